package org.openmyna.server.web.page;

import java.util.List;
import java.util.Locale;

/**
 * One message before the heading, two lines at most. It says what happened, not what was typed
 * wrong: that is for {@link Mistakes}.
 *
 * @param key of its heading; {@code key.text}, if there is one, is the line under it
 */
public record Banner(Kind kind, String key, List<Object> arguments) {
    /** What it is about; a word and a sign say it, beside the colour. */
    public enum Kind {
        INFORMATION,
        DONE,
        WARNING,
        FAULT;

        /** In the class name and in keys of texts. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Banner {
        arguments = List.copyOf(arguments);
    }

    public static Banner of(Kind kind, String key, Object... arguments) {
        return new Banner(kind, key, List.of(arguments));
    }

    Object[] all() {
        return arguments.toArray();
    }
}

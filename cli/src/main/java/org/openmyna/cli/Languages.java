package org.openmyna.cli;

import java.util.Map;
import java.util.stream.Stream;
import org.openmyna.kernel.Language;

/** Which language to speak: {@code --lang}, then OPENMYNA_LANG, then the locale of the terminal. */
final class Languages {
    private Languages() {}

    static Language of(Map<String, String> environment, String... arguments) {
        for (int at = 0; at < arguments.length; at++) {
            if (arguments[at].equals("--lang") && at + 1 < arguments.length) {
                return named(arguments[at + 1]);
            }
            if (arguments[at].startsWith("--lang=")) return named(arguments[at].substring(7));
        }
        return Stream.of("OPENMYNA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(Languages::named)
                .orElse(Language.ENGLISH);
    }

    private static Language named(String name) {
        return name.startsWith("ja") ? Language.JAPANESE : Language.ENGLISH;
    }
}

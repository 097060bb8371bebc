package org.openmyna.card.reader;

import java.util.HashMap;
import java.util.Map;
import org.openmyna.kernel.Language;

/** One thing in two languages. */
record Words(String japanese, String english) {
    String in(Language language) {
        return switch (language) {
            case JAPANESE -> japanese;
            case ENGLISH -> english;
        };
    }

    /**
     * Details for an error's sentences: {@code {key}} is English, {@code {keyJa}} Japanese.
     *
     * @param more further details, which are the same in both languages
     */
    Map<String, String> details(String key, Map<String, ?> more) {
        var details = new HashMap<String, String>();
        more.forEach((name, value) -> details.put(name, String.valueOf(value)));
        details.put(key, english);
        details.put(key + "Ja", japanese);
        return details;
    }

    Map<String, String> details(String key) {
        return details(key, Map.of());
    }
}

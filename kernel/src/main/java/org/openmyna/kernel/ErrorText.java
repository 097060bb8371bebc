package org.openmyna.kernel;

import java.util.Map;

/**
 * What an error says. In a sentence {@code {name}} stands for a detail of that name.
 *
 * @param code stable code, {@code MYNA-} then three letters of the room, then three digits
 * @param audience who can act on it
 * @param japanese what happened and what to do, in Japanese
 * @param english what happened and what to do, in English
 */
public record ErrorText(String code, Audience audience, String japanese, String english) {
    /** The sentence with its details filled in. */
    String sentence(Language language, Map<String, ?> details) {
        String text =
                switch (language) {
                    case JAPANESE -> japanese;
                    case ENGLISH -> english;
                };
        for (Map.Entry<String, ?> detail : details.entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", String.valueOf(detail.getValue()));
        }
        return text;
    }
}

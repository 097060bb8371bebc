package org.openmyna.card.reader;

import org.openmyna.kernel.Language;

/** One thing in two languages. */
record Words(String japanese, String english) {
    String in(Language language) {
        return switch (language) {
            case JAPANESE -> japanese;
            case ENGLISH -> english;
        };
    }
}

package org.openmyna.server.sandbox.screens;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A day that the clock can be moved to with one choice.
 *
 * @param day the first moment of office hours of which it will be
 */
record Leap(Kind kind, LocalDate day) {
    /** Which one; the words are {@code leap.<token>}. */
    enum Kind {
        DAYS_14,
        DAYS_30,
        DAYS_90,
        CERTIFICATE,
        BIRTHDAY,
        OWN;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

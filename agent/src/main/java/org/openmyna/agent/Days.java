package org.openmyna.agent;

import java.time.Instant;
import java.time.LocalDate;
import org.openmyna.trust.profile.ValidityRule;

/** Days as sentences say them. */
final class Days {
    private Days() {}

    /** {@code 2031-03-07}, in Japan. */
    static String of(Instant moment) {
        return LocalDate.ofInstant(moment, ValidityRule.JAPAN).toString();
    }
}

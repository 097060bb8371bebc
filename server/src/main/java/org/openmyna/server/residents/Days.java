package org.openmyna.server.residents;

import java.time.Instant;
import java.time.LocalDate;
import org.openmyna.trust.profile.ValidityRule;

/** Days of the law are Japan's. */
final class Days {
    private Days() {}

    static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ValidityRule.JAPAN);
    }

    static Instant begin(LocalDate day) {
        return day.atStartOfDay(ValidityRule.JAPAN).toInstant();
    }
}

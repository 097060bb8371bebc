package org.openmyna.trust.authority.crl;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** When lists are regular: at 00:00 in Japan (reference 3.1, our choice of the hour). */
final class Midnight {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    private Midnight() {}

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(JAPAN);
    }

    static LocalDate dayOf(Instant moment) {
        return moment.atOffset(JAPAN).toLocalDate();
    }

    /**
     * Whether a regular list is missing. A day that is one less than the last list's is another
     * process whose clock is a little behind; one that is less than that is a clock that was put
     * back, and lists go on then.
     */
    static boolean isDue(LocalDate today, Optional<LocalDate> last) {
        return last.isEmpty()
                || today.isAfter(last.get())
                || today.isBefore(last.get().minusDays(1));
    }
}

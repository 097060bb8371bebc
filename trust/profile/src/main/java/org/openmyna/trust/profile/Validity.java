package org.openmyna.trust.profile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * First and last second of a certificate, both included.
 *
 * @param notBefore whole seconds, 1950 to 2049: the profile writes UTCTime
 * @param notAfter as {@code notBefore}, and not earlier
 */
public record Validity(Instant notBefore, Instant notAfter) {
    private static final Instant FIRST = Instant.parse("1950-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2049-12-31T23:59:59Z");

    public Validity {
        if (notBefore.isBefore(FIRST)
                || notAfter.isAfter(LAST)
                || notAfter.isBefore(notBefore)
                || !notBefore.truncatedTo(ChronoUnit.SECONDS).equals(notBefore)
                || !notAfter.truncatedTo(ChronoUnit.SECONDS).equals(notAfter)) {
            throw new ValidityNotWritable(notBefore, notAfter);
        }
    }

    public boolean includes(Instant moment) {
        return !moment.isBefore(notBefore) && moment.isBefore(notAfter.plusSeconds(1));
    }
}

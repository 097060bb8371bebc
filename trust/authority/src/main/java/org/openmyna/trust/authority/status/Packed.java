package org.openmyna.trust.authority.status;

import java.time.Instant;
import org.openmyna.trust.profile.RevocationReason;

/**
 * A status in 40 bits: for a revoked certificate 37 bits of seconds since 2000 and three of the
 * reason.
 */
final class Packed {
    static final long UNKNOWN = -1;
    static final long GOOD = -2;
    static final int BYTES = 5;
    private static final long EPOCH = 946_684_800L;
    private static final int REASON_BITS = 3;
    private static final long MOST_SECONDS = (1L << 37) - 1;
    private static final RevocationReason[] REASONS = RevocationReason.values();

    private Packed() {}

    /** Earlier than 2000 counts as 2000, which is before the first card. */
    static long revoked(Instant when, RevocationReason reason) {
        return revoked(when.getEpochSecond(), reason.code());
    }

    /** The same from the second of 1970 and the code of the reason. */
    static long revoked(long second, int reason) {
        return Math.clamp(second - EPOCH, 0, MOST_SECONDS) << REASON_BITS | reason;
    }

    static CertificateStatus status(long packed) {
        if (packed == UNKNOWN) return new CertificateStatus.Unknown();
        if (packed == GOOD) return new CertificateStatus.Good();
        return new CertificateStatus.Revoked(
                Instant.ofEpochSecond((packed >>> REASON_BITS) + EPOCH),
                REASONS[(int) packed & (1 << REASON_BITS) - 1]);
    }
}

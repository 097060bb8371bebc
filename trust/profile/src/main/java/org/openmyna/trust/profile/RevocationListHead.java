package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a revocation list says before its first entry (RFC 5280 5.1.2, reference 3.1).
 *
 * @param number cRLNumber: not negative, at most 20 octets (RFC 5280 5.2.3)
 * @param thisUpdate whole seconds, 1950 to 9999
 * @param nextUpdate as {@code thisUpdate}, and not earlier
 * @param scope the one municipality the list is about; empty for all users of the key generation
 */
public record RevocationListHead(
        BigInteger number,
        Instant thisUpdate,
        Instant nextUpdate,
        Optional<DistributionPoint> scope) {
    private static final int MAX_NUMBER_BITS = 20 * 8 - 1;

    /**
     * @throws RevocationListNotWritable for a number or dates a list cannot say (MYNA-PRF-050)
     */
    public RevocationListHead {
        must(
                number.signum() >= 0 && number.bitLength() <= MAX_NUMBER_BITS,
                "cRLNumber: negative or longer than 20 octets");
        must(DerTime.canSay(thisUpdate.getEpochSecond()), "thisUpdate: not of 1950 to 9999");
        must(DerTime.canSay(nextUpdate.getEpochSecond()), "nextUpdate: not of 1950 to 9999");
        must(!nextUpdate.isBefore(thisUpdate), "nextUpdate: before thisUpdate");
        must(
                isWhole(thisUpdate) && isWhole(nextUpdate),
                "thisUpdate, nextUpdate: parts of seconds");
    }

    private static boolean isWhole(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).equals(moment);
    }

    private static void must(boolean holds, String reason) {
        if (!holds) {
            throw new RevocationListNotWritable(reason);
        }
    }
}

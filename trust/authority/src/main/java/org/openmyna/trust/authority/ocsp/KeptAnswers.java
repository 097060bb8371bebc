package org.openmyna.trust.authority.ocsp;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.status.CertificateStatus;

/**
 * A bounded shelf of signed answers; reading takes no lock and makes no object.
 *
 * <p>The octets of the serial choose a board with room for {@value #ROOM} answers, so both
 * spellings of a CertID lie on one. A board has a stamp: whoever signs reads it before the status,
 * and an answer counts only while the stamp is still the same. A change of a status changes the
 * stamp after the index, so an answer that was overtaken while it was being signed is never given
 * out.
 */
final class KeptAnswers {
    static final int ROOM = 4;
    private static final int FNV_PRIME = 0x01000193;
    private static final int SPREAD = 0x9E3779B9;

    /**
     * An answer on the shelf.
     *
     * @param certId DER of the CertID it is about
     * @param epoch what it was signed under, compared by identity
     * @param fromMillis first moment of legal time at which it may be given out
     * @param untilMillis first moment at which it may not any more
     */
    record Kept(
            byte[] certId,
            short generation,
            OcspAnswer answer,
            CertificateStatus status,
            Object epoch,
            int stamp,
            long fromMillis,
            long untilMillis) {}

    private final AtomicReferenceArray<@Nullable Kept> places;
    private final AtomicIntegerArray stamps;
    private final int boardMask;

    /**
     * @param answers at most, rounded down to a power of two
     */
    KeptAnswers(int answers) {
        int boards = Math.max(1, Integer.highestOneBit(answers) / ROOM);
        this.places = new AtomicReferenceArray<>(boards * ROOM);
        this.stamps = new AtomicIntegerArray(boards);
        this.boardMask = boards - 1;
    }

    /** The board of the serial whose octets are the rest of the array. */
    int board(byte[] octets, int from) {
        int hash = from - octets.length;
        for (int n = from; n < octets.length; n++) {
            hash = (hash ^ octets[n] & 0xFF) * FNV_PRIME;
        }
        hash *= SPREAD;
        return (hash ^ (hash >>> 15)) & boardMask;
    }

    int stamp(int board) {
        return stamps.get(board);
    }

    /** What is kept about the CertID that is the rest of the request. */
    @Nullable Kept find(int board, byte[] request, int certId, Object epoch, long nowMillis) {
        int stamp = stamps.get(board);
        for (int place = board * ROOM; place < (board + 1) * ROOM; place++) {
            Kept kept = places.get(place);
            if (kept != null
                    && kept.stamp == stamp
                    && kept.epoch == epoch
                    && nowMillis >= kept.fromMillis
                    && nowMillis < kept.untilMillis
                    && Arrays.equals(
                            kept.certId, 0, kept.certId.length, request, certId, request.length)) {
                return kept;
            }
        }
        return null;
    }

    /** Takes the place of the same CertID, else of one that no longer counts, else the oldest. */
    void keep(int board, Kept fresh) {
        int best = board * ROOM;
        long bestRank = Long.MAX_VALUE;
        for (int place = board * ROOM; place < (board + 1) * ROOM; place++) {
            long rank = rank(places.get(place), fresh);
            if (rank < bestRank) {
                best = place;
                bestRank = rank;
            }
        }
        places.set(best, fresh);
    }

    private static long rank(@Nullable Kept there, Kept fresh) {
        if (there == null) {
            return Long.MIN_VALUE + 1;
        }
        if (Arrays.equals(there.certId, fresh.certId)) {
            return Long.MIN_VALUE;
        }
        boolean counts = there.stamp == fresh.stamp && there.epoch == fresh.epoch;
        return counts ? there.untilMillis : Long.MIN_VALUE + 2;
    }

    /** The status of this serial changed, and the index knows: its answers count no more. */
    void forget(byte[] serialOctets) {
        stamps.incrementAndGet(board(serialOctets, 0));
    }
}

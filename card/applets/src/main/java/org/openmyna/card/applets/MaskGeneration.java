package org.openmyna.card.applets;

import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.MessageDigest;

/** The mask generation function of RFC 8017 B.2.1, MGF1, with SHA-256. */
final class MaskGeneration {

    private static final short HASH_LENGTH = SignatureEncoding.HASH_LENGTH;
    private static final short COUNTER_LENGTH = (short) 4;

    private final MessageDigest sha256;

    /** Transient: the counter, then one block of the mask. */
    private final byte[] mask;

    MaskGeneration(MessageDigest sha256) {
        this.sha256 = sha256;
        this.mask =
                JCSystem.makeTransientByteArray(
                        (short) (COUNTER_LENGTH + HASH_LENGTH), JCSystem.CLEAR_ON_RESET);
    }

    /**
     * The mask of the seed in {@code em} is laid over another part of {@code em}; up to 255 * 32
     * octets.
     */
    void b2_1_xorMask(byte[] em, short seed, short seedLength, short at, short length) {
        Util.arrayFillNonAtomic(mask, (short) 0, COUNTER_LENGTH, (byte) 0);
        short end = (short) (at + length);
        sha256.reset();
        while (at < end) {
            sha256.update(em, seed, seedLength);
            sha256.doFinal(mask, (short) 0, COUNTER_LENGTH, mask, COUNTER_LENGTH);
            for (short i = 0; i < HASH_LENGTH && at < end; i++) {
                em[at] = (byte) (em[at] ^ mask[(short) (COUNTER_LENGTH + i)]);
                at = (short) (at + 1);
            }
            mask[3] = (byte) (mask[3] + 1);
        }
        Util.arrayFillNonAtomic(mask, (short) 0, (short) mask.length, (byte) 0);
    }
}

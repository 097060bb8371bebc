package org.openmyna.card.applets;

import javacard.framework.JCSystem;
import javacard.security.MessageDigest;

/**
 * RSAES-OAEP of RFC 8017 with SHA-256, an empty label and a modulus of 2,048 bits, for one message
 * only: {@code A0 22 80 20} and the 32 octets of a seed. All that can be wrong is gathered into one
 * bit and looked at once, at the end: somebody who sends changed ciphertexts learns from neither
 * the status word nor the time what it was.
 */
final class OaepDecoding {

    /** Where the seed of the session key lies in the decoded block. */
    static final short SEED = (short) 224;

    private static final short HASH_LENGTH = SignatureEncoding.HASH_LENGTH;

    /** EM is Y, maskedSeed, maskedDB. */
    private static final short MASKED_SEED = (short) 1;

    private static final short MASKED_DB = (short) (MASKED_SEED + HASH_LENGTH);
    private static final short DB_LENGTH = (short) (KeySlot.MODULUS_LENGTH - MASKED_DB);

    /** DB is lHash, PS, 01, M. */
    private static final short PS = (short) (MASKED_DB + HASH_LENGTH);

    private static final short MESSAGE = (short) (SEED - 4);
    private static final short SEPARATOR = (short) (MESSAGE - 1);

    private final MessageDigest sha256;
    private final MaskGeneration masks;

    /** Transient. */
    private final byte[] labelHash;

    OaepDecoding() {
        sha256 = MessageDigest.getInstance(MessageDigest.ALG_SHA_256, false);
        masks = new MaskGeneration(sha256);
        labelHash = JCSystem.makeTransientByteArray(HASH_LENGTH, JCSystem.CLEAR_ON_RESET);
    }

    /** RFC 8017 7.1.2, step 3, in place. False: whatever it was, it was no key delivery. */
    boolean rfc8017_7_1_2(byte[] em) {
        masks.b2_1_xorMask(em, MASKED_DB, DB_LENGTH, MASKED_SEED, HASH_LENGTH);
        masks.b2_1_xorMask(em, MASKED_SEED, HASH_LENGTH, MASKED_DB, DB_LENGTH);
        sha256.doFinal(em, (short) 0, (short) 0, labelHash, (short) 0);
        byte difference = em[0];
        for (short i = 0; i < HASH_LENGTH; i++) {
            difference = (byte) (difference | (byte) (em[(short) (MASKED_DB + i)] ^ labelHash[i]));
        }
        for (short i = PS; i < SEPARATOR; i++) {
            difference = (byte) (difference | em[i]);
        }
        difference = differs(difference, em, SEPARATOR, (byte) 0x01);
        difference = differs(difference, em, MESSAGE, (byte) 0xA0);
        difference = differs(difference, em, (short) (MESSAGE + 1), (byte) 0x22);
        difference = differs(difference, em, (short) (MESSAGE + 2), (byte) 0x80);
        difference = differs(difference, em, (short) (MESSAGE + 3), (byte) 0x20);
        return difference == 0;
    }

    private static byte differs(byte before, byte[] em, short at, byte wanted) {
        return (byte) (before | (byte) (em[at] ^ wanted));
    }
}

package org.openmyna.card.applets;

import javacard.framework.Util;
import javacard.security.MessageDigest;
import javacard.security.RandomData;

/**
 * The encoded message EM of RFC 8017 for a modulus of 2,048 bits, ready for the bare RSA operation.
 * Written here, and not left to the padding of the crypto chip, because the card must pad any 1 to
 * 245 bytes, not only what looks like a digest.
 */
final class SignatureEncoding {

    /** Octets of a SHA-256 digest; also of the salt of a PSS signature. */
    static final short HASH_LENGTH = (short) 32;

    /** RFC 8017 9.2: at least 8 octets of padding and 3 of frame. */
    static final short LONGEST_VERBATIM = (short) (KeySlot.MODULUS_LENGTH - 11);

    private static final short EM_LENGTH = KeySlot.MODULUS_LENGTH;
    private static final short LAST = (short) (EM_LENGTH - 1);
    private static final short HASH_OFFSET = (short) (EM_LENGTH - HASH_LENGTH);

    /** EM of 9.1.1 is maskedDB, H, BC. */
    private static final short DB_LENGTH = (short) (EM_LENGTH - HASH_LENGTH - 1);

    private static final short SALT_OFFSET = (short) (DB_LENGTH - HASH_LENGTH);
    private static final short EIGHT_ZEROS = (short) 8;

    /** DigestInfo of RFC 8017 9.2, note 1, up to the 32 octets of a SHA-256 digest. */
    private final byte[] digestInfoOfSha256 = {
        0x30,
        0x31,
        0x30,
        0x0D,
        0x06,
        0x09,
        0x60,
        (byte) 0x86,
        0x48,
        0x01,
        0x65,
        0x03,
        0x04,
        0x02,
        0x01,
        0x05,
        0x00,
        0x04,
        0x20
    };

    private final MessageDigest sha256;
    private final RandomData random;

    private final MaskGeneration masks;

    SignatureEncoding(MessageDigest sha256, RandomData random) {
        this.sha256 = sha256;
        this.random = random;
        this.masks = new MaskGeneration(sha256);
    }

    /**
     * RFC 8017 9.2 EMSA-PKCS1-v1_5 with {@code data} verbatim in the place of DigestInfo: 00 01 FF
     * … FF 00 data.
     */
    void rfc8017_9_2_verbatim(byte[] data, short offset, short length, byte[] em) {
        frame(em, length);
        Util.arrayCopyNonAtomic(data, offset, em, (short) (EM_LENGTH - length), length);
    }

    /** RFC 8017 9.2 EMSA-PKCS1-v1_5 of a SHA-256 digest. */
    void rfc8017_9_2(byte[] hash, short offset, byte[] em) {
        short prefixLength = (short) digestInfoOfSha256.length;
        frame(em, (short) (prefixLength + HASH_LENGTH));
        short at = (short) (HASH_OFFSET - prefixLength);
        Util.arrayCopyNonAtomic(digestInfoOfSha256, (short) 0, em, at, prefixLength);
        Util.arrayCopyNonAtomic(hash, offset, em, HASH_OFFSET, HASH_LENGTH);
    }

    /** RFC 8017 9.1.1 EMSA-PSS of a SHA-256 digest: MGF1 with SHA-256, a salt of 32 octets. */
    void rfc8017_9_1_1(byte[] hash, short offset, byte[] em) {
        Util.arrayFillNonAtomic(em, (short) 0, EM_LENGTH, (byte) 0);
        em[(short) (SALT_OFFSET - 1)] = (byte) 0x01;
        random.generateData(em, SALT_OFFSET, HASH_LENGTH);
        sha256.reset();
        sha256.update(em, (short) 0, EIGHT_ZEROS);
        sha256.update(hash, offset, HASH_LENGTH);
        sha256.doFinal(em, SALT_OFFSET, HASH_LENGTH, em, DB_LENGTH);
        masks.b2_1_xorMask(em, DB_LENGTH, HASH_LENGTH, (short) 0, DB_LENGTH);
        em[0] = (byte) (em[0] & 0x7F);
        em[LAST] = (byte) 0xBC;
    }

    private static void frame(byte[] em, short length) {
        short separator = (short) (LAST - length);
        em[0] = (byte) 0x00;
        em[1] = (byte) 0x01;
        Util.arrayFillNonAtomic(em, (short) 2, (short) (separator - 2), (byte) 0xFF);
        em[separator] = (byte) 0x00;
    }
}

package org.openmyna.card.protocol;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Signatures in the card's files: RSASSA-PKCS1-v1_5 with RSA-2048 (RFC 8017, 8.2). Verifying makes
 * the whole block that a right signature holds and compares all 256 bytes; nothing in the recovered
 * block is ever parsed.
 */
public final class CvSignature {
    /** Length in bytes. */
    public static final int LENGTH = 256;

    /** Bytes of the three digests under the face record. */
    public static final int TRIPLE_DIGEST_LENGTH = 96;

    private static final byte[] TRIPLE_HEADER =
            HexFormat.of().parseHex("3071300D060960864801650304020105000460");

    private CvSignature() {}

    /** DigestInfo of the content's SHA-256 digest, 51 bytes: what the signer pads. */
    public static byte[] digestInfo(byte[] content) {
        return DigestInfo.SHA256.ofMessage(content);
    }

    /**
     * The DigestInfo of the face record, 115 bytes: three digests as they are, under the name of
     * SHA-256 (a shape that no standard verifier accepts).
     *
     * @param digests exactly 96 bytes
     * @throws CardFileMalformed if there are more or fewer
     */
    public static byte[] tripleDigestInfo(byte[] digests) {
        if (digests.length != TRIPLE_DIGEST_LENGTH) {
            throw new CardFileMalformed(
                    CardFaceFile.FACE_RECORD.label(), "three digests have 96 bytes");
        }
        byte[] info = Arrays.copyOf(TRIPLE_HEADER, TRIPLE_HEADER.length + digests.length);
        System.arraycopy(digests, 0, info, TRIPLE_HEADER.length, digests.length);
        return info;
    }

    /**
     * Whether the key's owner signed the content with SHA-256. Never throws for a wrong signature.
     */
    public static boolean verifies(RSAPublicKey key, byte[] content, byte[] signature) {
        return covers(key, digestInfo(content), signature);
    }

    /**
     * Whether the key's owner signed these three digests, 96 bytes, in the form of the face record.
     */
    public static boolean verifiesTripleDigest(RSAPublicKey key, byte[] digests, byte[] signature) {
        return digests.length == TRIPLE_DIGEST_LENGTH
                && covers(key, tripleDigestInfo(digests), signature);
    }

    /**
     * RFC 8017 8.2.2, with the DigestInfo ready made. A key that is not RSA-2048 with the exponent
     * 65,537 verifies nothing.
     */
    static boolean covers(RSAPublicKey key, byte[] digestInfo, byte[] signature) {
        if (!CvPublicKey.fits(key) || signature.length != LENGTH) return false;
        var representative = new BigInteger(1, signature);
        if (representative.compareTo(key.getModulus()) >= 0) return false;
        byte[] recovered =
                representative.modPow(key.getPublicExponent(), key.getModulus()).toByteArray();
        // the block begins with 00 01, so that a right one has 255 bytes as a number
        byte[] expected = rfc8017_9_2(digestInfo);
        return MessageDigest.isEqual(Arrays.copyOfRange(expected, 1, LENGTH), recovered);
    }

    /** RFC 8017 9.2, steps 3 to 5: {@code 00 01 FF … FF 00} and the DigestInfo, 256 bytes. */
    private static byte[] rfc8017_9_2(byte[] digestInfo) {
        byte[] block = new byte[LENGTH];
        Arrays.fill(block, 1, LENGTH - digestInfo.length - 1, (byte) 0xFF);
        block[1] = 1;
        block[LENGTH - digestInfo.length - 1] = 0;
        System.arraycopy(digestInfo, 0, block, LENGTH - digestInfo.length, digestInfo.length);
        return block;
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    /** For constructors: a signature of the right length, copied. */
    static byte[] checked(String file, byte[] signature) {
        if (signature.length != LENGTH) {
            throw new CardFileMalformed(file, "a signature has 256 bytes");
        }
        return signature.clone();
    }
}

package org.openmyna.card.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** DigestInfo of PKCS #1 (RFC 8017, 9.2, note 1): what the card signs, header and digest. */
public enum DigestInfo {
    SHA1("SHA-1", "3021300906052B0E03021A05000414", 20),
    SHA256("SHA-256", "3031300D060960864801650304020105000420", 32),
    SHA384("SHA-384", "3041300D060960864801650304020205000430", 48),
    SHA512("SHA-512", "3051300D060960864801650304020305000440", 64);

    private final String algorithm;
    private final byte[] header;
    private final int digestLength;

    DigestInfo(String algorithm, String header, int digestLength) {
        this.algorithm = algorithm;
        this.header = HexFormat.of().parseHex(header);
        this.digestLength = digestLength;
    }

    /** DigestInfo of a message that is hashed here. */
    public byte[] ofMessage(byte[] message) {
        try {
            return ofDigest(MessageDigest.getInstance(algorithm).digest(message));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has " + algorithm, impossible);
        }
    }

    /**
     * DigestInfo of a digest that was made elsewhere.
     *
     * @throws ApduMalformed if the digest has not this algorithm's length
     */
    public byte[] ofDigest(byte[] digest) {
        if (digest.length != digestLength) {
            throw new ApduMalformed(algorithm + " makes " + digestLength + " bytes");
        }
        byte[] info = new byte[header.length + digest.length];
        System.arraycopy(header, 0, info, 0, header.length);
        System.arraycopy(digest, 0, info, header.length, digest.length);
        return info;
    }
}

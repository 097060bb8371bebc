package org.openmyna.trust.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The digests under which a card's signature is taken. SHA-1 is none of them: it is broken. */
public enum ContentDigest {
    SHA_256("SHA-256", "2.16.840.1.101.3.4.2.1", "3031300d060960864801650304020105000420", 32),
    SHA_384("SHA-384", "2.16.840.1.101.3.4.2.2", "3041300d060960864801650304020205000430", 48),
    SHA_512("SHA-512", "2.16.840.1.101.3.4.2.3", "3051300d060960864801650304020305000440", 64);

    private final String algorithm;
    private final String oid;
    private final byte[] header;
    private final int length;

    ContentDigest(String algorithm, String oid, String header, int length) {
        this.algorithm = algorithm;
        this.oid = oid;
        this.header = HexFormat.of().parseHex(header);
        this.length = length;
    }

    /** Name as Java and people write it: {@code SHA-256}. */
    public String algorithm() {
        return algorithm;
    }

    /** Dotted object identifier (RFC 5754 2). */
    public String oid() {
        return oid;
    }

    /** Length of a digest in bytes. */
    public int length() {
        return length;
    }

    /** The digest of this identifier, if it is taken. */
    public static Optional<ContentDigest> ofOid(String oid) {
        return Arrays.stream(values()).filter(each -> each.oid.equals(oid)).findFirst();
    }

    /** A fresh digest. */
    public MessageDigest start() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            // Java demands SHA-256 of every platform, and every JDK brings the other two with it.
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * DigestInfo (RFC 8017 9.2 note 1), which is what a card signs.
     *
     * @throws IllegalArgumentException if the digest has another length
     */
    public byte[] digestInfo(byte[] digest) {
        mustBeOne(digest);
        byte[] info = Arrays.copyOf(header, header.length + digest.length);
        System.arraycopy(digest, 0, info, header.length, digest.length);
        return info;
    }

    void mustBeOne(byte[] digest) {
        if (digest.length != length)
            throw new IllegalArgumentException(
                    "a " + algorithm + " digest has " + length + " bytes, not " + digest.length);
    }
}

package org.openmyna.trust.profile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How a CertID names its issuer (RFC 6960 4.1.1): with one of the two digests known here. */
public enum HashAlgorithm {
    /** What nearly everybody asks with (RFC 5019 2.1.1); nothing rests on its strength here. */
    SHA_1("SHA-1", 20, "06052B0E03021A", "1.3.14.3.2.26"),
    /** For those who do without SHA-1. */
    SHA_256("SHA-256", 32, "0609608648016503040201", "2.16.840.1.101.3.4.2.1");

    private final String name;
    private final int octets;
    private final String oid;
    private final byte[] withNull;
    private final byte[] withoutParameters;

    HashAlgorithm(String name, int octets, String oidDer, String oid) {
        this.name = name;
        this.octets = octets;
        this.oid = oid;
        this.withNull = sequence(oidDer + "0500");
        this.withoutParameters = sequence(oidDer);
    }

    private static byte[] sequence(String hex) {
        return HexFormat.of().parseHex(String.format("30%02X%s", hex.length() / 2, hex));
    }

    /** Length of the digest. */
    int octets() {
        return octets;
    }

    String oid() {
        return oid;
    }

    /** The AlgorithmIdentifier as we write it: with NULL, as most do. */
    byte[] identifier() {
        return withNull;
    }

    /** Steps over the AlgorithmIdentifier if it is this one; both ways of writing it are in use. */
    boolean isNext(DerReader in) {
        return in.skip(withNull) || in.skip(withoutParameters);
    }

    byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance(name).digest(content);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

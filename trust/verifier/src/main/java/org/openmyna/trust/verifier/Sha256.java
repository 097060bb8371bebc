package org.openmyna.trust.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of the JDK, which compiles it to the processor's own instructions. */
final class Sha256 {
    static final int LENGTH = 32;

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must have SHA-256 (java.security.MessageDigest).
            throw new IllegalStateException(impossible);
        }
    }

    static String hexOf(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }
}

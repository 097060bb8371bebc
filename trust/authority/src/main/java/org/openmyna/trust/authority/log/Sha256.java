package org.openmyna.trust.authority.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of the log, and of what it names. */
public final class Sha256 {
    private Sha256() {}

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public static byte[] of(byte[] content) {
        return digest().digest(content);
    }
}

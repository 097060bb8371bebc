package org.openmyna.trust.authority.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of the log. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

package org.openmyna.trust.checker;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;

/** Hashes and signatures of the JDK. */
final class Checks {
    private Checks() {}

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    static void signature(String algorithm, PublicKey key, byte[] content, byte[] signature)
            throws Doubt {
        boolean right = false;
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(key);
            check.update(content);
            right = check.verify(signature);
        } catch (GeneralSecurityException e) {
            right = false;
        }
        if (!right) {
            throw new Doubt("the signature is wrong / 署名が正しくない");
        }
    }
}

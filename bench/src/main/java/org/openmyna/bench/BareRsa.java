package org.openmyna.bench;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import org.openmyna.kernel.NativeCrypto;

/** RSA-2048 of the crypto provider alone: the physical limit of everything that a card signs. */
final class BareRsa {
    private final KeyPairGenerator generator;
    private final KeyPair pair;

    BareRsa() {
        try {
            generator =
                    NativeCrypto.provider().isPresent()
                            ? KeyPairGenerator.getInstance("RSA", NativeCrypto.provider().get())
                            : KeyPairGenerator.getInstance("RSA");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        generator.initialize(2048);
        pair = generator.generateKeyPair();
    }

    /** Makes one pair. */
    Runnable pair() {
        return generator::generateKeyPair;
    }

    /** One signature with SHA-256. */
    Runnable signature() {
        byte[] message = new byte[32];
        try {
            Signature signature = engine();
            signature.initSign(pair.getPrivate());
            return () -> sign(signature, message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One verification of it. */
    Runnable verification() {
        byte[] message = new byte[32];
        try {
            Signature signature = engine();
            signature.initSign(pair.getPrivate());
            byte[] right = sign(signature, message);
            signature.initVerify(pair.getPublic());
            return () -> verify(signature, message, right);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Signature engine() throws GeneralSecurityException {
        return NativeCrypto.provider().isPresent()
                ? Signature.getInstance("SHA256withRSA", NativeCrypto.provider().get())
                : Signature.getInstance("SHA256withRSA");
    }

    private static byte[] sign(Signature signature, byte[] message) {
        try {
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void verify(Signature signature, byte[] message, byte[] right) {
        try {
            signature.update(message);
            if (!signature.verify(right)) throw new IllegalStateException("it was signed here");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

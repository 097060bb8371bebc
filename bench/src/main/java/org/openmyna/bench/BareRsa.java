package org.openmyna.bench;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
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

    /**
     * The first signature with a key of which only the numbers are there, as on a chip that has
     * just made it: a provider prepares for the many that usually follow.
     */
    Runnable firstSignature() {
        var key = (RSAPrivateCrtKey) pair.getPrivate();
        var numbers =
                new RSAPrivateCrtKeySpec(
                        key.getModulus(),
                        key.getPublicExponent(),
                        key.getPrivateExponent(),
                        key.getPrimeP(),
                        key.getPrimeQ(),
                        key.getPrimeExponentP(),
                        key.getPrimeExponentQ(),
                        key.getCrtCoefficient());
        byte[] message = new byte[32];
        return () -> {
            try {
                Signature signature = engine();
                signature.initSign(factory().generatePrivate(numbers));
                sign(signature, message);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return NativeCrypto.provider().isPresent()
                ? KeyFactory.getInstance("RSA", NativeCrypto.provider().get())
                : KeyFactory.getInstance("RSA");
    }

    /** One verification. */
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

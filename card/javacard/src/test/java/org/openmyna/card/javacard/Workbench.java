package org.openmyna.card.javacard;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import javacard.framework.JCSystem;
import javacard.security.Key;
import javacard.security.KeyBuilder;
import javacard.security.KeyPair;
import javacard.security.MessageDigest;
import javacard.security.RSAPrivateCrtKey;
import javacard.security.RSAPublicKey;
import javacardx.crypto.Cipher;
import org.openmyna.card.javacard.Specimen.Card;

/** The crypto classes of the card as a test uses them, inside a card and with a fresh key. */
public final class Workbench {
    private static final ThreadLocal<Runnable> TASK = new ThreadLocal<>();

    private final byte[] out =
            JCSystem.makeTransientByteArray((short) 512, JCSystem.CLEAR_ON_RESET);
    private final KeyPair pair = new KeyPair(KeyPair.ALG_RSA_CRT, KeyBuilder.LENGTH_RSA_2048);

    private Workbench() {
        pair.genKeyPair();
    }

    /** Work that may fail in the ways of the JDK's crypto. */
    @FunctionalInterface
    interface Work {
        void with(Workbench bench) throws GeneralSecurityException;
    }

    static void inside(Card card, Work work) {
        RuntimeException[] thrown = {null};
        TASK.set(() -> {
            try {
                work.with(new Workbench());
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            } catch (RuntimeException e) {
                thrown[0] = e;
                throw e;
            }
        });
        try {
            card.select(Specimen.WORKBENCH);
            if (!card.send("80000000").equals("9000")) {
                throw new AssertionError("The work ended with an exception.", thrown[0]);
            }
        } finally {
            TASK.remove();
        }
    }

    /** Called by the applet. */
    public static void runTask() {
        TASK.get().run();
    }

    byte[] modulus() {
        return made(((RSAPublicKey) pair.getPublic()).getModulus(out, (short) 0));
    }

    Key publicKey() {
        return pair.getPublic();
    }

    private byte[] made(short length) {
        return Arrays.copyOf(out, length);
    }

    private static javacard.security.Signature signature(String hash, boolean pss) {
        byte algorithm =
                switch (hash) {
                    case "SHA-1" ->
                            pss
                                    ? javacard.security.Signature.ALG_RSA_SHA_PKCS1_PSS
                                    : javacard.security.Signature.ALG_RSA_SHA_PKCS1;
                    case "SHA-256" ->
                            pss
                                    ? javacard.security.Signature.ALG_RSA_SHA_256_PKCS1_PSS
                                    : javacard.security.Signature.ALG_RSA_SHA_256_PKCS1;
                    case "SHA-384" ->
                            pss
                                    ? javacard.security.Signature.ALG_RSA_SHA_384_PKCS1_PSS
                                    : javacard.security.Signature.ALG_RSA_SHA_384_PKCS1;
                    default ->
                            pss
                                    ? javacard.security.Signature.ALG_RSA_SHA_512_PKCS1_PSS
                                    : javacard.security.Signature.ALG_RSA_SHA_512_PKCS1;
                };
        return javacard.security.Signature.getInstance(algorithm, false);
    }

    byte[] sign(String hash, boolean pss, byte[] message) {
        javacard.security.Signature signature = signature(hash, pss);
        signature.init(pair.getPrivate(), javacard.security.Signature.MODE_SIGN);
        return made(signature.sign(message, (short) 0, (short) message.length, out, (short) 0));
    }

    byte[] signHash(String hash, byte[] digest) {
        javacard.security.Signature signature = signature(hash, false);
        signature.init(pair.getPrivate(), javacard.security.Signature.MODE_SIGN);
        return made(
                signature.signPreComputedHash(
                        digest, (short) 0, (short) digest.length, out, (short) 0));
    }

    boolean verify(String hash, boolean pss, byte[] message, byte[] made) {
        javacard.security.Signature signature = signature(hash, pss);
        signature.init(pair.getPublic(), javacard.security.Signature.MODE_VERIFY);
        return signature.verify(
                message, (short) 0, (short) message.length, made, (short) 0, (short) made.length);
    }

    static Signature jdkVerifier(String hash, boolean pss) throws GeneralSecurityException {
        if (!pss) {
            return Signature.getInstance(hash.replace("-", "") + "withRSA");
        }
        Signature verifier = Signature.getInstance("RSASSA-PSS");
        int length = java.security.MessageDigest.getInstance(hash).getDigestLength();
        verifier.setParameter(
                new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), length, 1));
        return verifier;
    }

    byte[] digest(String hash, byte[] message) {
        byte algorithm =
                switch (hash) {
                    case "SHA-1" -> MessageDigest.ALG_SHA;
                    case "SHA-256" -> MessageDigest.ALG_SHA_256;
                    case "SHA-384" -> MessageDigest.ALG_SHA_384;
                    default -> MessageDigest.ALG_SHA_512;
                };
        MessageDigest digest = MessageDigest.getInstance(algorithm, false);
        digest.update(message, (short) 0, (short) 3);
        return made(
                digest.doFinal(message, (short) 3, (short) (message.length - 3), out, (short) 0));
    }

    private byte[] cipher(Key key, byte mode, byte[] input) {
        Cipher cipher = Cipher.getInstance(Cipher.ALG_RSA_PKCS1, false);
        cipher.init(key, mode);
        return made(cipher.doFinal(input, (short) 0, (short) input.length, out, (short) 0));
    }

    byte[] encrypt(byte[] secret) {
        return cipher(pair.getPublic(), Cipher.MODE_ENCRYPT, secret);
    }

    byte[] decrypt(byte[] block) {
        return cipher(pair.getPrivate(), Cipher.MODE_DECRYPT, block);
    }

    /** Nothing if the block is refused. */
    byte[] decryptOrNothing(byte[] block) {
        try {
            return decrypt(block);
        } catch (javacard.security.CryptoException notPadded) {
            return new byte[0];
        }
    }

    byte[] signPadded(byte[] data) {
        return cipher(pair.getPrivate(), Cipher.MODE_ENCRYPT, data);
    }

    /**
     * With a second key object into which the applet copies the five numbers: the public exponent
     * must be found again.
     */
    byte[] signWithCopiedNumbers(byte[] data) {
        RSAPrivateCrtKey from = (RSAPrivateCrtKey) pair.getPrivate();
        RSAPrivateCrtKey to =
                (RSAPrivateCrtKey)
                        KeyBuilder.buildKey(
                                KeyBuilder.TYPE_RSA_CRT_PRIVATE, KeyBuilder.LENGTH_RSA_2048, false);
        to.setP(out, (short) 0, from.getP(out, (short) 0));
        to.setQ(out, (short) 0, from.getQ(out, (short) 0));
        to.setDP1(out, (short) 0, from.getDP1(out, (short) 0));
        to.setDQ1(out, (short) 0, from.getDQ1(out, (short) 0));
        to.setPQ(out, (short) 0, from.getPQ(out, (short) 0));
        return cipher(to, Cipher.MODE_ENCRYPT, data);
    }
}

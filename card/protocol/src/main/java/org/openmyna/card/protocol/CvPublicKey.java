package org.openmyna.card.protocol;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/**
 * A public key as the card's files hold it, 265 bytes: {@code 90 03 010001}, then {@code 91 82
 * 0100} and the modulus. Always RSA of 2,048 bits with the exponent 65,537.
 */
public final class CvPublicKey {
    /** Length in bytes. */
    public static final int LENGTH = 265;

    /** Bytes of the modulus, and of a signature. */
    static final int MODULUS_LENGTH = 256;

    private static final int EXPONENT_TAG = 0x90;
    private static final int MODULUS_TAG = 0x91;

    private CvPublicKey() {}

    /**
     * @throws CardFileMalformed if the key is not RSA-2048 with the exponent 65,537
     */
    public static byte[] encode(RSAPublicKey key) {
        check("public key", key);
        byte[] modulus = key.getModulus().toByteArray(); // 257 bytes, the first one is the sign
        return new TlvWriter("public key")
                .element(EXPONENT_TAG, new byte[] {1, 0, 1})
                .element(
                        MODULUS_TAG,
                        Arrays.copyOfRange(
                                modulus, modulus.length - MODULUS_LENGTH, modulus.length))
                .bytes();
    }

    /**
     * @param bytes exactly 265
     * @throws CardFileMalformed if they are no such key
     */
    public static RSAPublicKey decode(byte[] bytes) {
        return decode("public key", bytes);
    }

    static RSAPublicKey decode(String file, byte[] bytes) {
        var key = TlvReader.strict(file, bytes);
        byte[] exponent = key.value(EXPONENT_TAG, 3);
        byte[] modulus = key.value(MODULUS_TAG, MODULUS_LENGTH);
        key.end();
        return of(file, new BigInteger(1, modulus), new BigInteger(1, exponent));
    }

    static RSAPublicKey of(String file, BigInteger modulus, BigInteger exponent) {
        check(file, modulus, exponent);
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (InvalidKeySpecException refused) {
            throw new CardFileMalformed(file, "the public key is no RSA key");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has RSA", impossible);
        }
    }

    static RSAPublicKey check(String file, RSAPublicKey key) {
        check(file, key.getModulus(), key.getPublicExponent());
        return key;
    }

    static boolean fits(RSAPublicKey key) {
        return problem(key.getModulus(), key.getPublicExponent()).isEmpty();
    }

    private static void check(String file, BigInteger modulus, BigInteger exponent) {
        String problem = problem(modulus, exponent);
        if (!problem.isEmpty()) throw new CardFileMalformed(file, problem);
    }

    private static String problem(BigInteger modulus, BigInteger exponent) {
        if (!exponent.equals(BigInteger.valueOf(65_537))) {
            return "the exponent of the public key is not 65,537";
        }
        if (modulus.bitLength() != MODULUS_LENGTH * 8 || !modulus.testBit(0)) {
            return "the modulus of the public key has not 2,048 bits or is even";
        }
        return "";
    }
}

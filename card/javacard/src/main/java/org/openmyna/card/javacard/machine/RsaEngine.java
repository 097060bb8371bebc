package org.openmyna.card.javacard.machine;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import javacard.security.CryptoException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * The raw RSA operation under one key: a key object made by the provider's own factory and a cipher
 * initialised with it once. A foreign key object would be translated at every use, at a third of
 * the speed.
 */
public final class RsaEngine {
    private final Cipher cipher;
    private final int blockBytes;

    private RsaEngine(RsaProvider provider, Key key, boolean isPrivate, BigInteger modulus)
            throws GeneralSecurityException {
        cipher = provider.cipher();
        cipher.init(isPrivate ? Cipher.DECRYPT_MODE : Cipher.ENCRYPT_MODE, key);
        blockBytes = (modulus.bitLength() + 7) / 8;
    }

    public static RsaEngine ofPublicKey(
            RsaProvider provider, BigInteger modulus, BigInteger exponent) {
        return build(
                provider,
                f -> f.generatePublic(new RSAPublicKeySpec(modulus, exponent)),
                false,
                modulus);
    }

    public static RsaEngine ofPrivateKey(
            RsaProvider provider, BigInteger modulus, BigInteger exponent) {
        return build(
                provider,
                f -> f.generatePrivate(new RSAPrivateKeySpec(modulus, exponent)),
                true,
                modulus);
    }

    /**
     * A private key by its primes.
     *
     * @param publicExponent if it is kept; otherwise it is found again as the inverse of D mod
     *     (P-1)
     */
    public static RsaEngine ofPrimes(
            RsaProvider provider,
            BigInteger p,
            BigInteger q,
            BigInteger dp1,
            BigInteger dq1,
            BigInteger pq,
            @Nullable BigInteger publicExponent) {
        BigInteger modulus = p.multiply(q);
        BigInteger pMinus1 = p.subtract(BigInteger.ONE);
        BigInteger e = publicExponent != null ? publicExponent : inverse(dp1, pMinus1);
        BigInteger d = privateExponent(e, pMinus1.multiply(q.subtract(BigInteger.ONE)));
        return build(
                provider,
                f -> f.generatePrivate(new RSAPrivateCrtKeySpec(modulus, e, d, p, q, dp1, dq1, pq)),
                true,
                modulus);
    }

    /**
     * The D with E·D = 1 + k·phi: with a small E the k is small, and found without inverting a long
     * number.
     */
    private static BigInteger privateExponent(BigInteger e, BigInteger phi) {
        BigInteger k = e.subtract(inverse(phi.mod(e), e));
        return k.multiply(phi).add(BigInteger.ONE).divide(e);
    }

    private static BigInteger inverse(BigInteger number, BigInteger modulus) {
        try {
            return number.modInverse(modulus);
        } catch (ArithmeticException notAKey) {
            throw new CryptoException(CryptoException.ILLEGAL_VALUE);
        }
    }

    private interface KeyMaker {
        Key make(KeyFactory factory) throws GeneralSecurityException;
    }

    private static RsaEngine build(
            RsaProvider provider, KeyMaker maker, boolean isPrivate, BigInteger modulus) {
        try {
            return new RsaEngine(provider, maker.make(provider.factory()), isPrivate, modulus);
        } catch (GeneralSecurityException numbersDoNotFit) {
            throw new CryptoException(CryptoException.ILLEGAL_VALUE);
        }
    }

    /**
     * A block as long as the modulus in, one out; refuses a number that is not below the modulus.
     */
    public byte[] apply(byte[] block) {
        try {
            byte[] result = cipher.doFinal(block);
            return result.length == blockBytes
                    ? result
                    : PairNumbers.bigEndian(new BigInteger(1, result), blockBytes);
        } catch (GeneralSecurityException refused) {
            throw new CryptoException(CryptoException.ILLEGAL_USE);
        }
    }
}

package org.openmyna.card.javacard.machine;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;

/** The numbers of a fresh RSA pair. */
public record PairNumbers(
        BigInteger modulus,
        BigInteger publicExponent,
        BigInteger privateExponent,
        BigInteger p,
        BigInteger q,
        BigInteger dp1,
        BigInteger dq1,
        BigInteger pq) {

    static PairNumbers of(KeyPair pair) {
        if (!(pair.getPrivate() instanceof RSAPrivateCrtKey key)) {
            throw new IllegalStateException(
                    "The key pair source must give RSA keys with CRT numbers.");
        }
        return new PairNumbers(
                key.getModulus(),
                key.getPublicExponent(),
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP(),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient());
    }

    /** Without sign, padded with zeros on the left (RFC 8017 4.1, I2OSP). */
    public static byte[] bigEndian(BigInteger number, int length) {
        byte[] digits = number.toByteArray();
        int sign = digits[0] == 0 ? 1 : 0;
        int used = digits.length - sign;
        if (used > length) {
            throw new IllegalArgumentException(
                    "The number has " + used + " bytes, there is room for " + length + ".");
        }
        byte[] padded = new byte[length];
        System.arraycopy(digits, sign, padded, length - used, used);
        return padded;
    }

    @Override
    public String toString() {
        return "PairNumbers[hidden]";
    }
}

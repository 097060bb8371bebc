package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;

/** A key for TEST certificates, and its DER made by hand. */
final class TestKey {
    static final BigInteger MODULUS = modulus();
    static final BigInteger E = BigInteger.valueOf(65_537);

    private TestKey() {}

    private static BigInteger modulus() {
        try {
            SecureRandom seeded = SecureRandom.getInstance("SHA1PRNG");
            seeded.setSeed(20_260_401);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, seeded);
            return ((RSAPublicKey) generator.generateKeyPair().getPublic()).getModulus();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] spki() {
        return spki(MODULUS, E);
    }

    static byte[] spki(BigInteger modulus, BigInteger exponent) {
        return Asn.seq(
                Asn.seq(Asn.oid("1.2.840.113549.1.1.1"), Asn.hex("0500")),
                Asn.tlv(3, new byte[1], rsaKey(modulus, exponent)));
    }

    static byte[] rsaKey(BigInteger modulus, BigInteger exponent) {
        return Asn.seq(Asn.integer(modulus), Asn.integer(exponent));
    }

    static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

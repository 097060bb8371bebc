package org.openmyna.trust.verifier;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;

/**
 * With what a generation of an authority and its certificates sign. It belongs to the generation:
 * the next one (ECDSA P-384) will be another constant here, not another verifier.
 */
enum SignatureScheme {
    RSA_2048_SHA_256("1.2.840.113549.1.1.11", 2048);

    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);

    private final String oid;
    private final int bits;

    SignatureScheme(String oid, int bits) {
        this.oid = oid;
        this.bits = bits;
    }

    /** Signature algorithm of certificates and lists. */
    String oid() {
        return oid;
    }

    /** What is wrong with a holder's key, or nothing. */
    String weaknessOf(RSAPublicKey key) {
        BigInteger exponent = key.getPublicExponent();
        if (key.getModulus().bitLength() != bits) return "RSA-" + key.getModulus().bitLength();
        if (exponent.compareTo(LEAST_EXPONENT) < 0 || !exponent.testBit(0))
            return "e = " + exponent;
        return "";
    }
}

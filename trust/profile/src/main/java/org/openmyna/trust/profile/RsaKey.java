package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;

/**
 * The public key of the generations in use: RSA, 2048 bits, e = 65537.
 *
 * @param subjectPublicKey the DER of the RSAPublicKey, over which key identifiers are made
 */
record RsaKey(RSAPublicKey key, byte[] subjectPublicKey) implements SubjectKey {
    private static final int BITS = 2048;
    private static final BigInteger F4 = BigInteger.valueOf(65_537);

    /** RFC 3279 2.3.1: rsaEncryption with NULL. */
    static RsaKey rfc3279_2_3_1(DerReader algorithm, DerReader info) {
        algorithm.nul("key algorithm");
        algorithm.mustEnd("key algorithm");
        byte[] rsaPublicKey = info.wholeBits("subjectPublicKey");
        DerReader outer = DerReader.over(rsaPublicKey);
        DerReader numbers = outer.sequence("RSAPublicKey");
        outer.mustEnd("RSAPublicKey");
        BigInteger modulus = numbers.integer("modulus");
        BigInteger exponent = numbers.integer("publicExponent");
        numbers.mustEnd("RSAPublicKey");
        String weakness = weaknessOf(modulus, exponent);
        if (!weakness.isEmpty()) {
            throw new DerFault("public key: " + weakness);
        }
        return new RsaKey(javaKey(modulus, exponent), rsaPublicKey);
    }

    static RsaKey of(byte[] subjectPublicKeyInfo) {
        try {
            DerReader in = DerReader.over(subjectPublicKeyInfo);
            SubjectKey key = SubjectKey.read(in);
            in.mustEnd("subjectPublicKeyInfo");
            if (key instanceof RsaKey rsa) {
                return rsa;
            }
            throw new DerFault("key algorithm: not rsaEncryption");
        } catch (DerFault fault) {
            throw new KeyNotCertifiable(fault.reason());
        }
    }

    private static String weaknessOf(BigInteger modulus, BigInteger exponent) {
        if (modulus.signum() <= 0 || modulus.bitLength() != BITS || !exponent.equals(F4)) {
            return "not RSA-2048 with e = 65537";
        }
        return SmallFactors.areIn(modulus) ? "modulus has a small factor" : "";
    }

    private static RSAPublicKey javaKey(BigInteger modulus, BigInteger exponent) {
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException refused) {
            throw new DerFault("public key: refused by the platform");
        }
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.SHA256_WITH_RSA;
    }
}

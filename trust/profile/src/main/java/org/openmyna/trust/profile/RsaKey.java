package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import org.openmyna.kernel.NativeCrypto;

/**
 * The one kind of public key in JPKI: RSA, 2048 bits, e = 65537.
 *
 * @param rsaPublicKey the DER inside subjectPublicKey, over which key identifiers are made
 */
record RsaKey(RSAPublicKey key, byte[] rsaPublicKey) {
    private static final int BITS = 2048;
    private static final BigInteger F4 = BigInteger.valueOf(65_537);

    /** SubjectPublicKeyInfo with rsaEncryption and NULL (RFC 3279 2.3.1). */
    static RsaKey read(DerReader in) {
        DerReader info = in.sequence("subjectPublicKeyInfo");
        DerReader algorithm = info.sequence("key algorithm");
        if (!algorithm.oid("key algorithm").equals(Oid.RSA)) {
            throw new DerFault("key algorithm: not rsaEncryption");
        }
        algorithm.nul("key algorithm");
        algorithm.mustEnd("key algorithm");
        byte[] rsaPublicKey = info.wholeBits("subjectPublicKey");
        info.mustEnd("subjectPublicKeyInfo");
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
            RsaKey key = read(in);
            in.mustEnd("subjectPublicKeyInfo");
            return key;
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

    /** RFC 5280 4.2.1.2 method 1: SHA-1 of the subjectPublicKey without its unused-bits octet. */
    byte[] rfc5280_4_2_1_2_method1() {
        try {
            return MessageDigest.getInstance("SHA-1").digest(rsaPublicKey);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 8.2.2). */
    boolean verifies(byte[] content, byte[] signature) {
        return verifies(check -> check.update(content), signature);
    }

    /** Hands over the signed content piece by piece. */
    @FunctionalInterface
    interface Content {
        void feed(Signature check) throws SignatureException;
    }

    /** As above, for content that nobody wants in one array. */
    boolean verifies(Content content, byte[] signature) {
        try {
            Signature check = sha256WithRsa();
            check.initVerify(key);
            content.feed(check);
            return check.verify(signature);
        } catch (GeneralSecurityException notEvenOfTheRightLength) {
            return false;
        }
    }

    private static Signature sha256WithRsa() throws GeneralSecurityException {
        Optional<Provider> accelerator = NativeCrypto.provider();
        return accelerator.isPresent()
                ? Signature.getInstance("SHA256withRSA", accelerator.get())
                : Signature.getInstance("SHA256withRSA");
    }
}

package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The subjectPublicKeyInfo: RSA-2048 with e = 65537 (reference 1.3, 2.1). */
final class KeyLint {
    private static final String FIELD = "subjectPublicKeyInfo";
    private static final int BITS = 2048;
    private static final int SMALLEST_FACTOR = 752;
    private static final int CERTAINTY = 50;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    /** Odd primes below 752 (CA/Browser Forum BR 6.1.6), multiplied together while a long holds. */
    private static final List<BigInteger> PRODUCTS = products();

    private static final BigInteger ALL_PRIMES =
            PRODUCTS.stream().reduce(BigInteger.ONE, BigInteger::multiply);

    private KeyLint() {}

    private static List<BigInteger> products() {
        List<BigInteger> products = new ArrayList<>();
        BigInteger product = BigInteger.ONE;
        for (int n = 3; n < SMALLEST_FACTOR; n += 2) {
            BigInteger prime = BigInteger.valueOf(n);
            if (prime.isProbablePrime(CERTAINTY)) {
                BigInteger longer = product.multiply(prime);
                if (longer.bitLength() >= Long.SIZE) {
                    products.add(product);
                    longer = prime;
                }
                product = longer;
            }
        }
        products.add(product);
        return List.copyOf(products);
    }

    /**
     * @param in its next element is the key
     * @return SHA-1 of the RSAPublicKey (RFC 5280 4.2.1.2, method 1); empty if it is unreadable
     */
    static byte[] check(Der in, byte[] expected, Findings findings) throws DerMalformed {
        Der whole = in.whole(FIELD);
        int before = findings.count();
        byte[][] keyId = {new byte[0]};
        boolean same = whole.same(expected);
        findings.reading(FIELD, () -> keyId[0] = read(whole.enter(Der.SEQUENCE, FIELD), findings));
        if (!same && findings.count() == before) {
            findings.add(CertificateRule.KEY_VALUE, FIELD, "the applicant's key", "another key");
        }
        return keyId[0];
    }

    private static byte[] read(Der info, Findings findings) throws DerMalformed {
        Der algorithm = info.enter(Der.SEQUENCE, "algorithm");
        if (!rsa(algorithm)) {
            findings.add(
                    CertificateRule.KEY_ALGORITHM, FIELD, "rsaEncryption, NULL", "something else");
            return new byte[0];
        }
        Der key = info.wholeBits("subjectPublicKey");
        info.end(FIELD);
        byte[] keyId = sha1(key);
        rfc8017_3_1(key, findings);
        return keyId;
    }

    private static boolean rsa(Der algorithm) throws DerMalformed {
        boolean named = algorithm.enter(Der.OID, "algorithm").same(Oids.RSA_ENCRYPTION);
        if (!named || algorithm.tag() != Der.NULL) {
            return false;
        }
        boolean empty = algorithm.any("parameters").length() == 0;
        return empty && !algorithm.has();
    }

    private static void rfc8017_3_1(Der rsaKey, Findings findings) throws DerMalformed {
        Der parts = rsaKey.enter(Der.SEQUENCE, "RSAPublicKey");
        rsaKey.end("subjectPublicKey");
        BigInteger modulus = parts.integer("modulus");
        BigInteger exponent = parts.integer("publicExponent");
        parts.end("RSAPublicKey");
        if (modulus.signum() <= 0 || modulus.bitLength() != BITS) {
            findings.add(CertificateRule.KEY_SIZE, FIELD, "" + BITS, "" + modulus.bitLength());
        } else if (!modulus.testBit(0) || hasSmallFactor(modulus)) {
            findings.add(CertificateRule.KEY_WEAK, FIELD, "no factor below 752", "one");
        }
        if (!exponent.equals(EXPONENT)) {
            findings.add(
                    CertificateRule.KEY_EXPONENT, FIELD, EXPONENT.toString(), exponent.toString());
        }
    }

    private static boolean hasSmallFactor(BigInteger modulus) {
        BigInteger rest = modulus.mod(ALL_PRIMES);
        for (BigInteger product : PRODUCTS) {
            if (greatestCommonDivisor(product.longValue(), rest.mod(product).longValue()) != 1) {
                return true;
            }
        }
        return false;
    }

    private static long greatestCommonDivisor(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    private static byte[] sha1(Der content) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(content.buffer());
            return sha1.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}

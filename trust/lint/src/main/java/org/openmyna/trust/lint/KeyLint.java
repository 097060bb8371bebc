package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;

/** The subjectPublicKeyInfo: RSA-2048 with e = 65537 (reference 1.3, 2.1). */
final class KeyLint {
    private static final String FIELD = "subjectPublicKeyInfo";
    private static final int BITS = 2048;
    private static final int WORDS = BITS / Integer.SIZE;
    private static final int SMALLEST_FACTOR = 752;
    private static final int CERTAINTY = 50;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    /** Odd primes below 752 (CA/Browser Forum BR 6.1.6). */
    private static final int[] PRIMES =
            IntStream.range(3, SMALLEST_FACTOR)
                    .filter(n -> BigInteger.valueOf(n).isProbablePrime(CERTAINTY))
                    .toArray();

    /** For each prime: what 2^32, to the power of a word's place, leaves. */
    private static final long[][] POWERS =
            IntStream.of(PRIMES).mapToObj(KeyLint::powers).toArray(long[][]::new);

    private KeyLint() {}

    private static long[] powers(int prime) {
        long[] powers = new long[WORDS];
        powers[0] = 1;
        for (int i = 1; i < WORDS; i++) {
            powers[i] = (powers[i - 1] << Integer.SIZE) % prime;
        }
        return powers;
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

    /** The sums stay below 2^48: 64 words of 32 bits, times what a prime below 2^10 leaves. */
    private static boolean hasSmallFactor(BigInteger modulus) {
        byte[] bytes = modulus.toByteArray();
        IntBuffer big = ByteBuffer.wrap(bytes, bytes.length - BITS / 8, BITS / 8).asIntBuffer();
        long[] words = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = Integer.toUnsignedLong(big.get(WORDS - 1 - i));
        }
        for (int k = 0; k < PRIMES.length; k++) {
            long sum = 0;
            for (int i = 0; i < WORDS; i++) {
                sum += words[i] * POWERS[k][i];
            }
            if (sum % PRIMES[k] == 0) {
                return true;
            }
        }
        return false;
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

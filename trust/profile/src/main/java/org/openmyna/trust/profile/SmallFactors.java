package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a modulus has a prime factor below 752. The greatest common divisor with the product of
 * these primes says the same in a hundred times the time, and each certificate is asked about
 * thrice. Instead the words of the modulus are weighted with the powers of 2^32 modulo a few small
 * primes at a time.
 */
final class SmallFactors {
    private static final int BELOW = 752;

    /** 64 words below 2^32, times weights below 2^25, add up to less than 2^63. */
    private static final long GREATEST_PRODUCT = 1L << 25;

    private static final int WORDS = 64;
    private static final long BASE = 1L << 32;

    private static final List<Integer> PRIMES = primes();
    private static final long[] PRODUCTS = products();
    private static final long[][] WEIGHTS = weights();

    private SmallFactors() {}

    /**
     * @param modulus positive, at most 2,048 bits
     */
    static boolean areIn(BigInteger modulus) {
        long[] words = words(modulus);
        for (int n = 0; n < PRODUCTS.length; n++) {
            long[] weights = WEIGHTS[n];
            long sum = 0;
            for (int at = 0; at < WORDS; at++) sum += words[at] * weights[at];
            if (gcd(PRODUCTS[n], sum % PRODUCTS[n]) != 1) return true;
        }
        return false;
    }

    /** The lowest word first. */
    private static long[] words(BigInteger modulus) {
        byte[] octets = modulus.toByteArray();
        int unsigned = octets[0] == 0 ? octets.length - 1 : octets.length;
        byte[] padded = new byte[WORDS * Integer.BYTES];
        System.arraycopy(
                octets, octets.length - unsigned, padded, padded.length - unsigned, unsigned);
        IntBuffer highestFirst = ByteBuffer.wrap(padded).asIntBuffer();
        long[] words = new long[WORDS];
        for (int n = 0; n < WORDS; n++) {
            words[n] = Integer.toUnsignedLong(highestFirst.get(WORDS - 1 - n));
        }
        return words;
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    private static List<Integer> primes() {
        List<Integer> primes = new ArrayList<>();
        for (int n = 2; n < BELOW; n++) {
            int candidate = n;
            if (primes.stream().noneMatch(prime -> candidate % prime == 0)) primes.add(n);
        }
        return List.copyOf(primes);
    }

    private static long[] products() {
        List<Long> products = new ArrayList<>();
        long product = 1;
        for (int prime : PRIMES) {
            if (product * prime > GREATEST_PRODUCT) {
                products.add(product);
                product = 1;
            }
            product *= prime;
        }
        products.add(product);
        return products.stream().mapToLong(Long::longValue).toArray();
    }

    private static long[][] weights() {
        long[][] weights = new long[PRODUCTS.length][WORDS];
        for (int n = 0; n < PRODUCTS.length; n++) {
            long weight = 1;
            for (int at = 0; at < WORDS; at++) {
                weights[n][at] = weight;
                weight = weight * (BASE % PRODUCTS[n]) % PRODUCTS[n];
            }
        }
        return weights;
    }
}

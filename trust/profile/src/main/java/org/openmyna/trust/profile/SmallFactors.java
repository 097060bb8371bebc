package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a modulus has a prime factor below 752. A greatest common divisor with their product says
 * the same, four times slower; each certificate is asked about thrice.
 */
final class SmallFactors {
    private static final int BELOW = 752;
    private static final long WORD = 0xFFFFFFFFL;

    private static final List<Integer> PRIMES = primes();

    /** Products of neighbouring primes, each below 2^31: remainders stay within a long. */
    private static final long[] PRODUCTS = products();

    private static final BigInteger ALL =
            PRIMES.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);

    private SmallFactors() {}

    static boolean areIn(BigInteger modulus) {
        int[] words = words(modulus.mod(ALL).toByteArray());
        for (long product : PRODUCTS) {
            long rest = 0;
            for (int word : words) rest = ((rest << 32) | (word & WORD)) % product;
            if (gcd(product, rest) != 1) return true;
        }
        return false;
    }

    /** Big-endian octets as big-endian words. */
    private static int[] words(byte[] octets) {
        int[] words = new int[(octets.length + 3) / 4];
        for (int n = 0; n < octets.length; n++) {
            int at = words.length - 1 - n / 4;
            words[at] |= (octets[octets.length - 1 - n] & 0xFF) << (8 * (n % 4));
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
            if (product * prime > Integer.MAX_VALUE) {
                products.add(product);
                product = 1;
            }
            product *= prime;
        }
        products.add(product);
        return products.stream().mapToLong(Long::longValue).toArray();
    }
}

package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick way agrees with the greatest common divisor. */
final class SmallFactorsTest {
    private static final int BITS = 2_048;

    private static BigInteger productOfPrimesBelow752() {
        BigInteger product = BigInteger.ONE;
        for (BigInteger p = BigInteger.TWO; p.intValue() < 752; p = p.nextProbablePrime()) {
            product = product.multiply(p);
        }
        return product;
    }

    @Test
    void numbers_of_every_length_are_judged_as_by_their_greatest_common_divisor() {
        BigInteger primes = productOfPrimesBelow752();
        Random chance = new Random(4);
        int found = 0;
        for (int n = 0; n < 4_000; n++) {
            BigInteger number = new BigInteger(1 + n % BITS, chance).setBit(n % BITS);
            if (n % 2 == 0) number = number.setBit(0);
            boolean has = !number.gcd(primes).equals(BigInteger.ONE);
            assertThat(SmallFactors.areIn(number)).as("%s", number).isEqualTo(has);
            if (has) found++;
        }
        assertThat(found).isBetween(1_000, 3_900);
    }

    @Test
    void each_prime_below_752_is_found_and_the_next_is_not() {
        BigInteger great = BigInteger.ONE.shiftLeft(BITS - 12).nextProbablePrime();
        BigInteger prime = BigInteger.TWO;
        while (prime.intValue() < 752) {
            assertThat(SmallFactors.areIn(great.multiply(prime))).as("%s", prime).isTrue();
            prime = prime.nextProbablePrime();
        }
        assertThat(SmallFactors.areIn(great.multiply(prime))).isFalse();
    }
}

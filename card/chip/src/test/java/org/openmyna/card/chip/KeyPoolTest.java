package org.openmyna.card.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openmyna.kernel.NativeCrypto;

@Timeout(120)
class KeyPoolTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void a_pool_fills_itself_to_its_target_and_no_further() {
        try (var pool = new KeyPool(3, 2, random, NativeCrypto.provider())) {
            assertThat(Patience.until(Duration.ofSeconds(60), () -> pool.ready() == 3)).isTrue();
            pool.take(KeyPool.BITS);
            assertThat(Patience.until(Duration.ofSeconds(60), () -> pool.ready() == 3)).isTrue();
        }
    }

    @Test
    void an_empty_pool_makes_the_pair_while_the_caller_waits() throws Exception {
        try (var pool = new KeyPool(0, 1, random, NativeCrypto.provider())) {
            assertThatASignatureOf(pool.take(KeyPool.BITS));
        }
    }

    @Test
    void without_the_accelerator_the_jdk_makes_the_pairs() throws Exception {
        try (var pool = new KeyPool(0, 1, random, Optional.empty())) {
            assertThatASignatureOf(pool.take(KeyPool.BITS));
        }
    }

    @Test
    void each_pair_is_2048_bits_with_exponent_65537_and_nobody_gets_it_twice() {
        Set<BigInteger> moduli = ConcurrentHashMap.newKeySet();
        int pairs = 24;
        try (var pool = new KeyPool(4, 2, random, NativeCrypto.provider())) {
            IntStream.range(0, pairs)
                    .parallel()
                    .mapToObj(n -> (RSAPublicKey) pool.take(KeyPool.BITS).getPublic())
                    .forEach(key -> {
                        assertThat(key.getModulus().bitLength()).isEqualTo(2048);
                        assertThat(key.getPublicExponent()).isEqualTo(65537);
                        moduli.add(key.getModulus());
                    });
        }
        assertThat(moduli).hasSize(pairs);
    }

    @Test
    void a_size_that_no_card_has_comes_from_outside_the_pool() {
        try (var pool = new KeyPool(1, 1, random, NativeCrypto.provider())) {
            var key = (RSAPublicKey) pool.take(3072).getPublic();
            assertThat(key.getModulus().bitLength()).isEqualTo(3072);
        }
    }

    @Test
    void a_closed_pool_holds_nothing_and_gives_nothing() {
        var pool = new KeyPool(2, 1, random, NativeCrypto.provider());
        assertThat(Patience.until(Duration.ofSeconds(60), () -> pool.ready() == 2)).isTrue();
        pool.close();
        pool.close();
        assertThat(pool.ready()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> pool.take(KeyPool.BITS));
    }

    @Test
    void nonsense_sizes_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyPool(-1, 1, random, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyPool(1, 0, random, Optional.empty()));
        try (var pool = new KeyPool(0, 1, random, Optional.empty())) {
            assertThatIllegalArgumentException().isThrownBy(() -> pool.take(16));
        }
    }

    private static void assertThatASignatureOf(KeyPair pair) throws Exception {
        byte[] message = {1, 2, 3};
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(pair.getPrivate());
        signer.update(message);
        byte[] signature = signer.sign();
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update(message);
        assertThat(verifier.verify(signature)).isTrue();
    }
}

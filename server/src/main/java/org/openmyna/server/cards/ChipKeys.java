package org.openmyna.server.cards;

import java.security.KeyPair;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.kernel.NativeCrypto;

/**
 * Key pairs of one card ahead. Nothing is made before the first card, so that a start is not slowed
 * down.
 */
final class ChipKeys implements KeyPairSource, AutoCloseable {
    private static final int PAIRS_OF_A_CARD = 6;

    private final SecureRandom random;
    private @Nullable KeyPool pool;

    ChipKeys(SecureRandom random) {
        this.random = random;
    }

    @Override
    public KeyPair take(int bits) {
        return pool().take(bits);
    }

    private synchronized KeyPool pool() {
        KeyPool known = pool;
        if (known != null) return known;
        KeyPool made = new KeyPool(PAIRS_OF_A_CARD, 1, random, NativeCrypto.provider());
        pool = made;
        return made;
    }

    @Override
    public synchronized void close() {
        if (pool != null) pool.close();
    }
}

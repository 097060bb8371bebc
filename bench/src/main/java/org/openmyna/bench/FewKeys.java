package org.openmyna.bench;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.javacard.KeyPairSource;

/** Pairs that lie ready; each comes back on another card. */
final class FewKeys implements KeyPairSource {
    private final List<KeyPair> made = new ArrayList<>();
    private int next;

    FewKeys(KeyPool maker, int count) {
        for (int n = 0; n < count; n++) made.add(maker.take(KeyPool.BITS));
    }

    @Override
    public KeyPair take(int bits) {
        if (bits != KeyPool.BITS) throw new IllegalArgumentException(bits + " bits");
        return made.get(next++ % made.size());
    }
}

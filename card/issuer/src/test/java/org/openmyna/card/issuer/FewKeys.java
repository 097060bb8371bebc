package org.openmyna.card.issuer;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.kernel.NativeCrypto;

/** Making a key pair takes long; in tests a pair may come back on another card. */
final class FewKeys implements KeyPairSource, AutoCloseable {
    private static final int MOST = 11;

    private final KeyPool maker;
    private final List<KeyPair> made = new ArrayList<>();
    private int next;

    FewKeys(SecureRandom random) {
        maker = new KeyPool(0, 1, random, NativeCrypto.provider());
    }

    @Override
    public synchronized KeyPair take(int bits) {
        if (made.size() < MOST) made.add(maker.take(bits));
        return made.get(next++ % MOST);
    }

    @Override
    public void close() {
        maker.close();
    }
}

package org.openmyna.server.numbers;

import java.security.SecureRandom;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keeper's secrets, each AES-256 or as long: what numbers are derived with, what blind indexes
 * and tokens are made with (these three stay for ever), and what rows are encrypted with (the
 * newest; older ones still read).
 */
final class NumberKeys {
    static final int BYTES = 32;

    private final SecretKey derivation;
    private final SecretKey index;
    private final SecretKey token;
    private final SortedMap<Short, SecretKey> encryption;

    NumberKeys(
            SecretKey derivation,
            SecretKey index,
            SecretKey token,
            Map<Short, SecretKey> encryption) {
        this.derivation = derivation;
        this.index = index;
        this.token = token;
        this.encryption = new TreeMap<>(encryption);
    }

    /** Draws all of them. */
    static NumberKeys drawn(SecureRandom random) {
        return new NumberKeys(
                key(random), key(random), key(random), Map.of((short) 1, key(random)));
    }

    /** The same, and one more to encrypt with. */
    NumberKeys withNextEncryptionKey(SecureRandom random) {
        TreeMap<Short, SecretKey> more = new TreeMap<>(encryption);
        more.put((short) (encryption.lastKey() + 1), key(random));
        return new NumberKeys(derivation, index, token, more);
    }

    private static SecretKey key(SecureRandom random) {
        byte[] drawn = new byte[BYTES];
        random.nextBytes(drawn);
        return new SecretKeySpec(drawn, "AES");
    }

    SecretKey derivation() {
        return derivation;
    }

    SecretKey index() {
        return index;
    }

    SecretKey token() {
        return token;
    }

    /** By their ids, the newest last. */
    SortedMap<Short, SecretKey> encryption() {
        return new TreeMap<>(encryption);
    }

    @Override
    public String toString() {
        return "NumberKeys[hidden]";
    }
}

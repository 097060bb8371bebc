package org.openmyna.server.cards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.kernel.NativeCrypto;

/** A few key pairs that come back on other cards: tests would make hundreds. */
final class FewKeys implements KeyPairSource {
    private static final int HOW_MANY = 8;

    private final List<KeyPair> pairs;
    private final AtomicInteger next = new AtomicInteger();

    private FewKeys(List<KeyPair> pairs) {
        this.pairs = pairs;
    }

    /** Made, and kept in a file for other programs. */
    static FewKeys make(Path file) {
        List<KeyPair> pairs = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try (KeyPool pool = new KeyPool(0, 1, new SecureRandom(), NativeCrypto.provider())) {
            for (int n = 0; n < HOW_MANY; n++) pairs.add(pool.take(KeyPool.BITS));
        }
        for (KeyPair each : pairs) {
            lines.add(Base64.getEncoder().encodeToString(each.getPublic().getEncoded()));
            lines.add(Base64.getEncoder().encodeToString(each.getPrivate().getEncoded()));
        }
        try {
            Files.write(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new FewKeys(pairs);
    }

    static FewKeys read(Path file) throws IOException, GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        List<String> lines = Files.readAllLines(file);
        List<KeyPair> pairs = new ArrayList<>();
        for (int n = 0; n < lines.size(); n += 2) {
            byte[] open = Base64.getDecoder().decode(lines.get(n));
            byte[] secret = Base64.getDecoder().decode(lines.get(n + 1));
            pairs.add(
                    new KeyPair(
                            rsa.generatePublic(new X509EncodedKeySpec(open)),
                            rsa.generatePrivate(new PKCS8EncodedKeySpec(secret))));
        }
        return new FewKeys(pairs);
    }

    @Override
    public KeyPair take(int bits) {
        return pairs.get(next.getAndIncrement() % pairs.size());
    }
}

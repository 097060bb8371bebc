package org.openmyna.server.cards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openmyna.card.protocol.CardDate;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.kernel.FourItems;
import org.openmyna.server.cards.api.CardItems;
import org.openmyna.trust.authority.keys.OwnerOnly;

/**
 * What card management remembers of four items: HMAC-SHA-256 under a key outside the database, so
 * that it can say yes or no, and nobody can read or guess them from a row.
 */
final class ItemsHash {
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    /**
     * @param folder for its owner alone; the key is made in it at the first start
     */
    ItemsHash(Path folder, SecureRandom random) {
        try {
            Path file = folder.resolve("items.key");
            if (!Files.exists(file)) {
                OwnerOnly.createDirectories(folder);
                byte[] fresh = new byte[KEY_BYTES];
                random.nextBytes(fresh);
                OwnerOnly.write(file, fresh);
            }
            key = new SecretKeySpec(OwnerOnly.read(file), "HmacSHA256");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Of what is written on a person's card. */
    byte[] of(FourItems items) {
        FourItemsFile written = FourItemsFile.of(items);
        return of(
                new CardItems(
                        written.name().text(),
                        written.address().text(),
                        digits(written.birthDate()),
                        String.valueOf(written.sex().digit())));
    }

    private static String digits(CardDate date) {
        return "%04d%02d%02d".formatted(date.year(), date.month(), date.day());
    }

    /** Each text in UTF-8 after its length, so that no two persons have one form. */
    byte[] of(CardItems items) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String each :
                    List.of(items.name(), items.address(), items.birthDate(), items.sex())) {
                byte[] octets = each.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(octets.length).flip());
                mac.update(octets);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

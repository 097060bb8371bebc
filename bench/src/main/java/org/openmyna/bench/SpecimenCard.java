package org.openmyna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.reader.TrustedCvAuthorities;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.kernel.Pin;

/** A full card as the demo makes it, in a temporary folder that is gone afterwards. */
final class SpecimenCard implements AutoCloseable {
    /** All its PINs of four digits, in ASCII. */
    static final byte[] PIN = {0x31, 0x32, 0x33, 0x34};

    private static final CardName NAME = new CardName("specimen");

    private final SecureRandom random = new SecureRandom();
    private final KeyPool keys = new KeyPool(0, 1, random, NativeCrypto.provider());
    private final SpecimenTown town = new SpecimenTown(random);
    private final CardDrawer drawer = new CardDrawer(town.folder("cards"));

    SpecimenCard() throws IOException {
        try (Pin pin = SpecimenTown.pin();
                Pin password = SpecimenTown.password()) {
            drawer.make(
                    NAME,
                    keys,
                    random,
                    blank -> town.issuer().personalise(blank, town.applicant(), pin, password));
        }
    }

    Path image() {
        return drawer.image(NAME);
    }

    /** Powers on the card. */
    VirtualCard open() {
        return drawer.open(NAME, keys, random);
    }

    /** A copy of the card in the same drawer, with power. */
    VirtualCard openCopy(int number) throws IOException {
        var name = new CardName("copy-" + number);
        Files.copy(image(), drawer.image(name), StandardCopyOption.COPY_ATTRIBUTES);
        return drawer.open(name, keys, random);
    }

    /** What a reader needs to check it. */
    TrustedCvAuthorities trusted() {
        return town.trusted();
    }

    @Override
    public void close() throws IOException {
        keys.close();
        town.close();
    }
}

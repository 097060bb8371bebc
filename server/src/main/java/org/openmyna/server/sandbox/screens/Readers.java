package org.openmyna.server.sandbox.screens;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.PcscDaemon;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.chip.VirtualReader;
import org.openmyna.card.javacard.KeyPairSource;

/**
 * The reader on the table: cards of the drawer that this program holds in slots of the machine's
 * PC/SC, so that every program sees them. When the program ends they are back in the drawer.
 */
final class Readers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private record Held(VirtualCard card, PcscDaemon daemon, VirtualReader reader)
            implements AutoCloseable {
        @Override
        public void close() {
            try (daemon;
                    card) {
                reader.close();
            }
        }
    }

    private final CardDrawer drawer;
    private final KeyPairSource keys;
    private final SecureRandom random;
    private final Map<CardName, Held> held = new LinkedHashMap<>();

    /**
     * @param keys where a chip's new pairs come from
     */
    Readers(Path drawer, KeyPairSource keys, SecureRandom random) {
        this.drawer = new CardDrawer(drawer);
        this.keys = keys;
        this.random = random;
    }

    /**
     * Puts a card on the reader; nothing happens if it lies there.
     *
     * @throws org.openmyna.kernel.MynaException if there is no such card, another program holds it,
     *     pcscd or its virtual reader is missing, or both slots are taken (MYNA-CHP-…)
     */
    synchronized void insert(CardName name) {
        if (held.containsKey(name)) return;
        VirtualCard card = drawer.open(name, keys, random);
        try {
            held.put(name, hold(card));
        } catch (RuntimeException refused) {
            card.close();
            throw refused;
        }
    }

    private static Held hold(VirtualCard card) {
        PcscDaemon daemon = PcscDaemon.attach();
        try {
            return new Held(card, daemon, VirtualReader.insertWhereFree(card, _ -> {}, PATIENCE));
        } catch (InterruptedException stop) {
            daemon.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("told to stop", stop);
        } catch (RuntimeException refused) {
            daemon.close();
            throw refused;
        }
    }

    /** Takes it off; nothing happens if it lies in the drawer. */
    synchronized void eject(CardName name) {
        Held card = held.remove(name);
        if (card != null) card.close();
    }

    /** What PC/SC programs call the reader that this card lies on. */
    synchronized Optional<String> readerOf(CardName name) {
        return Optional.ofNullable(held.get(name)).map(card -> card.reader().readerName());
    }

    @Override
    public synchronized void close() {
        for (CardName name : Set.copyOf(held.keySet())) eject(name);
    }
}

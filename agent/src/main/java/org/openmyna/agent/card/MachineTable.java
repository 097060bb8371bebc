package org.openmyna.agent.card;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.PcscDaemon;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.reader.NoReader;
import org.openmyna.card.reader.PcscReaders;
import org.openmyna.kernel.MynaException;

/**
 * The readers of this machine and the drawer of a test country. Where PC/SC has virtual readers, a
 * card of the drawer is put into one of them like any other; where it has none, the drawer itself
 * lies open.
 *
 * <p>The JDK connects to PC/SC once in a process and not again after a restart, so a daemon that
 * OpenMyna itself started is kept from its first use on.
 */
public final class MachineTable implements CardTable {
    private static final int MOST = 100;

    private final CardDrawer drawer;
    private final SecureRandom random = new SecureRandom();
    private boolean daemonAskedFor; // guarded by this
    private @Nullable PcscDaemon daemon; // guarded by this
    private boolean closed; // guarded by this

    /**
     * @param drawer folder of virtual cards; need not exist
     */
    public MachineTable(Path drawer) {
        this.drawer = new CardDrawer(drawer);
    }

    @Override
    public Lying look() {
        List<PcscReaders.Reader> readers = readers();
        List<CardPlace> cards = new ArrayList<>();
        readers.stream()
                .filter(PcscReaders.Reader::cardPresent)
                .forEach(reader -> cards.add(new CardPlace.Reader(reader.name())));
        boolean drawerIsOpen =
                readers.stream().noneMatch(MachineTable::isVirtual) && !drawer.names().isEmpty();
        if (drawerIsOpen) {
            drawer.names().stream()
                    .limit(MOST)
                    .forEach(name -> cards.add(new CardPlace.Drawer(name.text())));
        }
        return new Lying(!readers.isEmpty() || drawerIsOpen, cards);
    }

    private static boolean isVirtual(PcscReaders.Reader reader) {
        return Stream.of(ReaderSlot.values())
                .anyMatch(slot -> slot.readerName().equals(reader.name()));
    }

    private List<PcscReaders.Reader> readers() {
        if (!mayAskPcsc()) return List.of();
        keepDaemon();
        try {
            return PcscReaders.list();
        } catch (NoReader none) {
            return List.of();
        }
    }

    /** On Linux the JDK is asked only when a daemon answers: it would remember that none did. */
    private static boolean mayAskPcsc() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return !system.contains("linux") || PcscDaemon.answers();
    }

    /** In the background: one without virtual readers is waited for, and needs no keeping. */
    private synchronized void keepDaemon() {
        if (daemonAskedFor) return;
        daemonAskedFor = true;
        Thread.ofVirtual().name("pcscd").start(this::attach);
    }

    private void attach() {
        try {
            PcscDaemon attached = PcscDaemon.attach();
            if (!kept(attached)) attached.close();
        } catch (MynaException noneOfOurs) {
            // real readers do without
            return;
        }
    }

    private synchronized boolean kept(PcscDaemon attached) {
        if (!closed) daemon = attached;
        return !closed;
    }

    @Override
    public CardChannel open(CardPlace place) {
        return switch (place) {
            case CardPlace.Reader(String name) -> PcscReaders.connect(name);
            case CardPlace.Drawer(String name) -> new FromDrawer(powered(new CardName(name)));
        };
    }

    /** No key is ever made here. */
    private VirtualCard powered(CardName name) {
        return drawer.open(
                name,
                _ -> {
                    throw new IllegalStateException("the agent makes no keys");
                },
                random);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (daemon != null) daemon.close();
        daemon = null;
    }

    /** Closing it gives the image back too. */
    private record FromDrawer(VirtualCard card, CardChannel channel) implements CardChannel {
        FromDrawer(VirtualCard card) {
            this(card, card.channel());
        }

        @Override
        public ResponseApdu transmit(CommandApdu command) {
            return channel.transmit(command);
        }

        @Override
        public byte[] atr() {
            return channel.atr();
        }

        @Override
        public void close() {
            card.close();
        }
    }

    /** Where a test country keeps its cards. */
    public static Path drawerOf(Path data) {
        return data.resolve("cards");
    }
}

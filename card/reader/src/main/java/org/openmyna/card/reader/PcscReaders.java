package org.openmyna.card.reader;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.kernel.MynaException;

/** The readers that PC/SC knows on this machine. */
public final class PcscReaders {
    private static final String LIBRARY = "sun.security.smartcardio.library";

    private PcscReaders() {}

    /** One reader and whether a card lies in it. */
    public record Reader(String name, boolean cardPresent) {}

    /**
     * All readers, in PC/SC's order.
     *
     * @throws NoReader if PC/SC does not run or has none (MYNA-CRD-024)
     */
    public static List<Reader> list() {
        List<Reader> readers = look();
        if (readers.isEmpty()) throw new NoReader("none is connected");
        return readers;
    }

    /** The same, where no reader is no error. */
    static List<Reader> look() {
        try {
            List<Reader> readers = new ArrayList<>();
            for (CardTerminal terminal : terminals()) {
                readers.add(new Reader(terminal.getName(), terminal.isCardPresent()));
            }
            return List.copyOf(readers);
        } catch (CardException gone) {
            throw new NoReader(why(gone));
        }
    }

    /**
     * Connects to the first card with a JPKI application, in any reader whose name contains the
     * text.
     *
     * @param nameContains empty for any reader
     * @throws NoReader if there is none (MYNA-CRD-024)
     * @throws NoCard if no such card lies in one (MYNA-CRD-025)
     * @throws CardTerminated if the only one is a chip that ended its life (MYNA-CRD-030)
     */
    public static CardChannel connect(String nameContains) {
        Optional<CardTerminated> dead = Optional.empty();
        List<CardTerminal> terminals = terminals();
        if (terminals.isEmpty()) throw new NoReader("none is connected");
        for (CardTerminal terminal : terminals) {
            if (!terminal.getName().contains(nameContains)) continue;
            CardChannel channel;
            try {
                if (!terminal.isCardPresent()) continue;
                channel = new PcscChannel(terminal.connect("*"));
            } catch (CardException unusable) {
                continue; // another program holds it, or it was pulled: try the next reader
            }
            try {
                JpkiClient.select(channel);
                return channel;
            } catch (CardTerminated terminated) {
                channel.close();
                dead = Optional.of(terminated);
            } catch (MynaException another) {
                channel.close(); // no such application, pulled, or no sense in its answers
            }
        }
        if (dead.isPresent()) throw dead.get();
        throw new NoCard();
    }

    private static List<CardTerminal> terminals() {
        if (System.getProperty(LIBRARY) == null) {
            library().ifPresent(path -> System.setProperty(LIBRARY, path));
        }
        try {
            return TerminalFactory.getInstance("PC/SC", null).terminals().list();
        } catch (CardException none) {
            if (why(none).contains("SCARD_E_NO_READERS_AVAILABLE")) return List.of();
            throw new NoReader(why(none));
        } catch (java.security.NoSuchAlgorithmException noService) {
            throw new NoReader("PC/SC is not installed or not running");
        }
    }

    /** The cause has PC/SC's own word, such as SCARD_E_NO_SERVICE. */
    private static String why(CardException failed) {
        Throwable cause = failed.getCause();
        return failed.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }

    /**
     * The JDK looks for a name that only development packages install; Linux has the numbered one.
     */
    private static Optional<String> library() {
        return Stream.of(
                        "/usr/lib/x86_64-linux-gnu/libpcsclite.so.1",
                        "/usr/lib/aarch64-linux-gnu/libpcsclite.so.1",
                        "/usr/lib64/libpcsclite.so.1",
                        "/usr/lib/libpcsclite.so.1")
                .filter(path -> new File(path).exists())
                .findFirst();
    }

    private record PcscChannel(Card card) implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
            try {
                var sent = new javax.smartcardio.CommandAPDU(command.bytes());
                return ResponseApdu.parse(card.getBasicChannel().transmit(sent).getBytes());
            } catch (CardException | IllegalStateException lost) {
                throw new CardConnectionLost(String.valueOf(lost.getMessage()), lost);
            }
        }

        @Override
        public byte[] atr() {
            return card.getATR().getBytes();
        }

        @Override
        public void close() {
            try {
                card.disconnect(true);
            } catch (CardException alreadyGone) {
                // a card that was pulled needs no parting
            }
        }
    }
}

package org.openmyna.interop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import org.openmyna.card.chip.ReaderSlot;

/** The JDK's view of the readers. */
final class JdkReaders {
    private static final int SEEN_WITHIN_MILLIS = 10_000;

    private JdkReaders() {}

    static {
        // the JDK asks for a library name that only development packages install
        if (System.getProperty("sun.security.smartcardio.library") == null) {
            Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")
                    .map(directory -> Path.of(directory, "libpcsclite.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .ifPresent(path ->
                            System.setProperty(
                                    "sun.security.smartcardio.library", path.toString()));
        }
    }

    static CardTerminal terminal(ReaderSlot slot) throws Exception {
        List<CardTerminal> all = TerminalFactory.getInstance("PC/SC", null).terminals().list();
        return all.stream()
                .filter(terminal -> terminal.getName().equals(slot.readerName()))
                .findFirst()
                .orElseThrow(() -> new CardException("no " + slot + " among " + all));
    }

    /** Waits for the card and connects to it. */
    static Card connect(ReaderSlot slot) throws Exception {
        CardTerminal terminal = terminal(slot);
        if (!terminal.waitForCardPresent(SEEN_WITHIN_MILLIS)) {
            throw new CardException("no card in " + slot);
        }
        return terminal.connect("*");
    }
}

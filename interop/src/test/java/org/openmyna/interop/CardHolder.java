package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.chip.PcscDaemon;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.chip.VirtualReader;

/** A program of its own that holds a card until it is killed, or until nobody listens to it. */
final class CardHolder {
    private CardHolder() {}

    /** Starts it, and waits until the card is seen in the first reader. */
    static Process start(Path drawer, CardName card) throws Exception {
        Process holder =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CardHolder.class.getName(),
                                drawer.toString(),
                                card.text())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(JdkReaders.terminal(ReaderSlot.FIRST).waitForCardPresent(30_000)).isTrue();
        return holder;
    }

    public static void main(String[] drawerAndName) throws Exception {
        SecureRandom random = new SecureRandom();
        try (PcscDaemon ignored = PcscDaemon.attach();
                KeyPool keys = new KeyPool(0, 1, random, Optional.empty());
                VirtualCard card =
                        new CardDrawer(Path.of(drawerAndName[0]))
                                .open(new CardName(drawerAndName[1]), keys, random);
                VirtualReader reader = VirtualReader.insert(card, ReaderSlot.FIRST, _ -> {})) {
            while (reader.state() != VirtualReader.State.EJECTED && System.in.read() >= 0) {
                // until the end of the program that started this one
            }
        }
    }
}

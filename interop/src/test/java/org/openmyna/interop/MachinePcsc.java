package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openmyna.card.chip.InsertedCard;
import org.openmyna.card.chip.PcscDaemon;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.chip.VirtualReader;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.MynaException;

/**
 * The machine's pcscd and both its virtual slots, for this test run alone: another run on the same
 * machine waits for its turn. Made by the first test that needs it, given back at the end.
 */
final class MachinePcsc implements AutoCloseable {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(MachinePcsc.class);
    private static final System.Logger LOG = System.getLogger(MachinePcsc.class.getName());
    private static final int TURN_PATIENCE_SECONDS = 300;
    private static final Duration SLOT_PATIENCE = Duration.ofSeconds(30);

    private final FileChannel turn;
    private final PcscDaemon daemon;

    static MachinePcsc of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(MachinePcsc.class, _ -> new MachinePcsc(), MachinePcsc.class);
    }

    private MachinePcsc() {
        turn = takeTurn();
        daemon = attach(turn);
    }

    PcscDaemon daemon() {
        return daemon;
    }

    /** Inserts the card and waits until pcscd talks to it. */
    VirtualReader insert(InsertedCard card, ReaderSlot slot) {
        VirtualReader reader =
                VirtualReader.insert(
                        card,
                        slot,
                        new VirtualReader.Listener() {
                            @Override
                            public void changed(VirtualReader.State state) {}

                            @Override
                            public void cardFailed(Throwable reason) {
                                LOG.log(System.Logger.Level.ERROR, "the card failed", reason);
                            }
                        });
        try {
            assertThat(reader.awaitInserted(SLOT_PATIENCE))
                    .as("%s took the card; does another program hold one there?", slot)
                    .isTrue();
            return reader;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (AssertionError occupied) {
            reader.close();
            throw occupied;
        }
    }

    @Override
    public void close() throws IOException {
        daemon.close();
        turn.close();
    }

    private static PcscDaemon attach(FileChannel turn) {
        try {
            return PcscDaemon.attach();
        } catch (MynaException cannot) {
            try {
                turn.close();
            } catch (IOException failed) {
                cannot.addSuppressed(failed);
            }
            throw OutsideProgram.giveUp(cannot.text(Language.ENGLISH), cannot);
        }
    }

    private static FileChannel takeTurn() {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "openmyna-interop.lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            CountDownLatch never = new CountDownLatch(1);
            for (int second = 0; second < TURN_PATIENCE_SECONDS; second++) {
                @Nullable FileLock lock = channel.tryLock();
                if (lock != null || never.await(1, TimeUnit.SECONDS)) {
                    return channel;
                }
            }
            channel.close();
            return fail("another test run keeps the virtual readers; see " + file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

package org.openmyna.server.country;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.PcscDaemon;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.PcscReaders;

/**
 * The counter's card reader: whatever PC/SC has on this machine. From the first look on pcscd is
 * held until the program ends, since the JDK finds no reader any more once its pcscd has gone.
 */
final class CounterReader implements Supplier<CardChannel>, AutoCloseable {
    private @Nullable PcscDaemon daemon;

    /**
     * @throws org.openmyna.kernel.MynaException if there is no reader or no card (MYNA-CRD-024,
     *     -025), or pcscd does not come up (MYNA-CHP-101 to -104)
     */
    @Override
    public synchronized CardChannel get() {
        if (daemon == null) daemon = PcscDaemon.attach();
        return PcscReaders.connect("");
    }

    @Override
    public synchronized void close() {
        if (daemon != null) daemon.close();
    }
}

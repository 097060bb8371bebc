package org.openmyna.cli;

import java.util.Optional;
import org.openmyna.card.chip.PcscDaemon;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.chip.VirtualReader;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.PcscReaders;

/** The demo's card, in a reader of PC/SC where there is one, else on the desk. */
record InsertedDemoCard(
        VirtualCard card, Optional<VirtualReader> reader, Optional<PcscDaemon> daemon)
        implements AutoCloseable {
    static InsertedDemoCard onTheDesk(VirtualCard card) {
        return new InsertedDemoCard(card, Optional.empty(), Optional.empty());
    }

    /** As any program on this machine would reach it. */
    CardChannel channel() {
        return reader.map(plug -> PcscReaders.connect(plug.readerName())).orElseGet(card::channel);
    }

    String way(Voice voice) {
        return voice.words(reader.isPresent() ? "demo.way.pcsc" : "demo.way.direct");
    }

    @Override
    public void close() {
        reader.ifPresent(VirtualReader::close);
        daemon.ifPresent(PcscDaemon::close);
    }
}

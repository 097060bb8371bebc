package org.openmyna.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.CardInUse;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.LifeCycle;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.PcscReaders;
import picocli.CommandLine.Option;

/** Which card to work with: one of the drawer, or the one in a reader. */
final class CardOptions {
    @Option(names = "--card", paramLabel = "NAME", descriptionKey = "option.card")
    private @Nullable String card;

    @Option(names = "--reader", paramLabel = "TEXT", descriptionKey = "option.reader")
    private String reader = "";

    /** The same as one object with all applications; closing it closes the channel. */
    MyNumberCard openCard(Country country) {
        return MyNumberCard.over(open(country));
    }

    /** Opens a way to the card: straight into the drawer, or through PC/SC. */
    CardChannel open(Country country) {
        if (card == null) return country.heard(PcscReaders.connect(reader));
        try {
            return fromDrawer(country, new CardName(card));
        } catch (CardInUse busy) {
            throw new CommandFailed(CommandError.CARD_IN_READER, Map.of("card", card), busy);
        }
    }

    /**
     * The card of this name, straight from the drawer or, where it lies in a reader, through that.
     */
    static CardChannel named(Country country, CardName name) {
        try {
            return fromDrawer(country, name);
        } catch (CardInUse busy) {
            return HolderNote.read(country.drawer().noteOfHolder(name))
                    .map(holder -> country.heard(PcscReaders.connect(holder.reader())))
                    .orElseThrow(() -> busy);
        }
    }

    private static CardChannel fromDrawer(Country country, CardName name) {
        VirtualCard powered = country.card(name);
        return new FromDrawer(powered, country.heard(powered.channel()));
    }

    /** Where the card stands in its life, where that can be seen without a command. */
    static Optional<LifeCycle> lifeCycle(CardChannel channel) {
        return channel instanceof FromDrawer(VirtualCard card, _)
                ? Optional.of(card.lifeCycle())
                : Optional.empty();
    }

    /** Closing it gives the image back too. */
    private record FromDrawer(VirtualCard card, CardChannel channel) implements CardChannel {
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
}

package org.openmyna.cli;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.openmyna.card.chip.InsertedCard;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.ApduMalformed;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.reader.TraceContents;

/** A card in the virtual reader whose conversation is written down, each session from its reset. */
final class TracedCard implements InsertedCard {
    private final VirtualCard card;
    private final Tracer tracer;
    private final TraceContents contents;
    private final TraceLog log;
    private final InstantSource clock;
    private CardChannel session;

    TracedCard(VirtualCard card, Tracer tracer, TraceLog log, InstantSource clock) {
        this.card = card;
        this.tracer = tracer;
        this.log = log;
        this.clock = clock;
        try (CardChannel first = card.channel()) {
            this.contents = Tracer.contentsOf(first);
        }
        this.session = begun();
    }

    private CardChannel begun() {
        return tracer.over(new Straight(card), contents);
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public void powerOn() {
        card.powerOn();
        note("power on");
    }

    @Override
    public void powerOff() {
        card.powerOff();
        log.add("# " + now() + " power off");
    }

    @Override
    public void reset() {
        card.reset();
        note("reset");
    }

    private void note(String what) {
        log.add("# " + now() + " " + what);
        session = begun();
    }

    private String now() {
        return CertificateView.japanTime(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public byte[] transmit(byte[] command) {
        CommandApdu parsed;
        try {
            parsed = CommandApdu.parse(command);
        } catch (ApduMalformed strange) {
            log.add("? " + command.length + " bytes that are no command");
            return card.transmit(command);
        }
        ResponseApdu answer = session.transmit(parsed);
        byte[] data = answer.data();
        byte[] bytes = Arrays.copyOf(data, data.length + 2);
        bytes[data.length] = (byte) (answer.statusWord().value() >> 8);
        bytes[data.length + 1] = (byte) answer.statusWord().value();
        return bytes;
    }

    /** Without the reset that closing another channel brings. */
    private record Straight(VirtualCard card) implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
            return ResponseApdu.parse(card.transmit(command.bytes()));
        }

        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public void close() {}
    }
}

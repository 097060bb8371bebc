package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.reader.FormInputClient;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.kernel.Pin;

/**
 * Everything a holder can read from all six applications, by the reader library in short commands,
 * beside the same commands sent bare: the ratio shows what the library costs.
 */
final class CardRead implements Benchmark {
    @Override
    public String name() {
        return "card-read";
    }

    @Override
    public String group() {
        return "card";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        try (var specimen = new SpecimenCard();
                VirtualCard card = specimen.open();
                Pin pin = SpecimenTown.pin();
                Pin password = SpecimenTown.password()) {
            CardChannel channel = card.channel();
            byte[][] commands = commands(channel, pin, password);
            Turns turns =
                    Turns.of(
                            time,
                            () -> send(card, commands),
                            () -> readAll(channel, pin, password));
            return List.of(
                    BenchmarkRow.atLeast(
                            0.25,
                            name(),
                            turns.rate(1).elapsed(),
                            "card/s",
                            turns.rate(0).elapsed(),
                            "one thread, text and number by PIN, face by number, serial, 4 certificates,"
                                    + " record code; limit: the same "
                                    + commands.length
                                    + " short commands sent bare; medians of "
                                    + turns.count()
                                    + " turns"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The channel stays open: closing it would reset the card. */
    private static void readAll(CardChannel channel, Pin pin, Pin password) {
        MyNumberCard card = MyNumberCard.over(channel);
        FormInputClient text = card.profile();
        accepted(text.verify(pin, LastTry.KEEP));
        text.fourItems();
        accepted(card.openFace(pin, LastTry.KEEP));
        card.face().faceRecord();
        card.face().numberImage();
        present(card.common().serial());
        JpkiClient jpki = card.jpki();
        jpki.tokenInfo();
        jpki.certificate(JpkiKey.USER_AUTHENTICATION);
        jpki.caCertificate(JpkiKey.USER_AUTHENTICATION);
        accepted(jpki.verify(JpkiKey.SIGNATURE, password, LastTry.KEEP));
        jpki.certificate(JpkiKey.SIGNATURE);
        jpki.caCertificate(JpkiKey.SIGNATURE);
        accepted(card.juki().verify(pin, LastTry.KEEP));
        card.juki().residentRecordCode();
        present(card.manager().cardId());
    }

    private static void accepted(PinCheck check) {
        if (!(check instanceof PinCheck.Accepted)) throw new IllegalStateException("wrong PIN");
    }

    private static void present(Optional<?> content) {
        if (content.isEmpty()) throw new IllegalStateException("the card is not full");
    }

    private static void send(VirtualCard card, byte[][] commands) {
        for (byte[] command : commands) card.transmit(command);
    }

    private static byte[][] commands(CardChannel channel, Pin pin, Pin password) {
        var listener = new Listener(channel, new ArrayList<>());
        readAll(listener, pin, password);
        return listener.commands().toArray(byte[][]::new);
    }

    /** Notes what passes through it. */
    private record Listener(CardChannel channel, List<byte[]> commands) implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
            commands.add(command.bytes());
            return channel.transmit(command);
        }

        @Override
        public byte[] atr() {
            return channel.atr();
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}

package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.Pin;

/**
 * A card that answers anything: the client gives results or named errors, and always comes to an
 * end. {@code -Dopenmyna.test.length=10} runs ten times as many.
 */
class GarbageCardTest {
    private static final int FACTOR = Integer.getInteger("openmyna.test.length", 1);
    private static final int MOST_COMMANDS = 6_000;
    private static final int[] WORDS = {
        0x9000, 0x9000, 0x9000, 0x6282, 0x6100, 0x6110, 0x6C00, 0x6C05, 0x63C0, 0x63C1, 0x63C3,
        0x6300, 0x6600, 0x6700, 0x6981, 0x6982, 0x6983, 0x6984, 0x6A82, 0x6A83, 0x6A88, 0x6B00,
        0x6D00, 0x6F00, 0x0000, 0xFFFF
    };

    private int commands;

    @Test
    void random_answers_only_give_results_or_named_errors() {
        var chance = new Random(1);
        for (int round = 0; round < 400 * FACTOR; round++) {
            run(MyNumberCard.over(new Garbage(chance), size(chance)), chance);
        }
    }

    @Test
    void a_good_card_with_damaged_answers_only_gives_results_or_named_errors() {
        var chance = new Random(2);
        for (int round = 0; round < 60 * FACTOR; round++) {
            PaperCard paper = Ichiro.card();
            PaperCard.Quirk[] quirks = PaperCard.Quirk.values();
            paper.quirk = quirks[chance.nextInt(quirks.length)];
            run(MyNumberCard.over(new Damaged(paper, chance), size(chance)), chance);
        }
    }

    @Test
    void a_card_that_never_ends_is_left() {
        for (int word : new int[] {0x9000, 0x6100, 0x6101, 0x6C01, 0x6282}) {
            for (int length : new int[] {0, 1, 15, 256}) {
                CardChannel endless = new Always(word, length);
                run(MyNumberCard.over(endless, ReadSize.SHORT), new Random(3));
                run(MyNumberCard.over(endless, ReadSize.EXTENDED), new Random(3));
            }
        }
    }

    private void run(MyNumberCard card, Random chance) {
        for (Consumer<MyNumberCard> operation : operations(chance)) {
            commands = 0;
            try {
                operation.accept(card);
            } catch (MynaException named) {
                assertThat(named.errorCode().code()).startsWith("MYNA-");
            }
        }
    }

    private static List<Consumer<MyNumberCard>> operations(Random chance) {
        List<Consumer<MyNumberCard>> all = new ArrayList<>();
        all.add(MyNumberCard::tries);
        all.add(card -> withPin("1234", pin -> card.profile().verify(pin, LastTry.MAY_BE_SPENT)));
        all.add(card -> card.profile().myNumber());
        all.add(card -> card.profile().fourItems());
        all.add(card -> card.profile().integrity());
        all.add(card -> card.profile().issuerCertificate());
        all.add(card -> card.profile().basicInformation());
        all.add(card -> card.profile().sessionPublicKey());
        all.add(card -> card.profile().authenticationPublicKey());
        all.add(card -> card.face().faceRecord());
        all.add(card -> card.face().ageRecord());
        all.add(card -> card.face().numberImage());
        all.add(card -> card.face().basicInformation());
        for (FaceRecordPart part : FaceRecordPart.values()) all.add(card -> card.face().part(part));
        all.add(card -> card.juki().residentRecordCode());
        all.add(card -> card.juki().keyReference());
        all.add(card -> card.common().serial());
        all.add(card -> card.common().internalAuthenticate(new byte[32]));
        for (JpkiKey key : JpkiKey.values()) {
            all.add(card -> card.jpki().certificate(key));
            all.add(card -> card.jpki().caCertificate(key));
            all.add(card -> card.jpki().triesLeft(key));
            all.add(card -> card.jpki().sign(key, new byte[51]));
        }
        all.add(card -> card.jpki().tokenInfo());
        for (CardObject object : CardObject.values())
            all.add(card -> card.manager().object(object));
        all.add(card -> card.manager().recognition());
        all.add(card -> card.manager().contactAtr());
        all.add(card -> card.manager().municipality());
        all.add(card -> card.manager().expiry());
        all.add(card -> card.manager().upperCertificate());
        all.add(card -> card.confirmNumber(Ichiro.NUMBER, LastTry.MAY_BE_SPENT));
        all.add(card -> withPin("1234", pin -> check(card, new Opening.ByPin(pin), chance)));
        all.add(card -> check(card, new Opening.ByFront(Ichiro.FRONT), chance));
        all.add(card -> check(card, new Opening.ByNumber(Ichiro.NUMBER), chance));
        all.add(card -> check(card, new Opening.ByBirthDate(Ichiro.BORN), chance));
        all.add(card ->
                withPin("2222", pin -> card.changeCardPins(pin, pin, LastTry.MAY_BE_SPENT)));
        all.add(card ->
                withPin(
                        "1234",
                        pin ->
                                card.changePin(
                                        PinReference.FORM_INPUT, pin, pin, LastTry.MAY_BE_SPENT)));
        return all;
    }

    private static void check(MyNumberCard card, Opening opening, Random chance) {
        assertThat(card.checkAuthenticity(Ichiro.trusted(), opening, LastTry.MAY_BE_SPENT, chance))
                .isNotNull();
    }

    private static void withPin(String digits, Consumer<Pin> work) {
        try (Pin pin = Ichiro.pin(digits)) {
            work.accept(pin);
        }
    }

    private static ReadSize size(Random chance) {
        return chance.nextBoolean() ? ReadSize.SHORT : ReadSize.EXTENDED;
    }

    private abstract class Bad implements CardChannel {
        abstract byte[] answer(CommandApdu command);

        @Override
        public ResponseApdu transmit(CommandApdu command) {
            assertThat(++commands).as("commands of one operation").isLessThan(MOST_COMMANDS);
            return ResponseApdu.parse(answer(command));
        }

        @Override
        public byte[] atr() {
            return new byte[] {0x3B, 0};
        }

        @Override
        public void close() {}
    }

    private final class Garbage extends Bad {
        private final Random chance;

        Garbage(Random chance) {
            this.chance = chance;
        }

        @Override
        byte[] answer(CommandApdu command) {
            boolean simple = command.expected() == 0 && chance.nextInt(4) > 0;
            int word =
                    simple
                            ? (command.ins() == 0x20 ? 0x63C3 : 0x9000)
                            : WORDS[chance.nextInt(WORDS.length)];
            byte[] bytes = new byte[simple ? 2 : chance.nextInt(300)];
            chance.nextBytes(bytes);
            if (bytes.length > 8 && chance.nextBoolean()) {
                byte[][] starts = {
                    {0x30, (byte) 0x82},
                    {(byte) 0xFF, 0x20, (byte) 0x82},
                    {0x7F, 0x21},
                    {(byte) 0xFF, 0x10, 0x0C}
                };
                byte[] start = starts[chance.nextInt(starts.length)];
                System.arraycopy(start, 0, bytes, 0, start.length);
            }
            if (bytes.length >= 2) end(bytes, word);
            return bytes;
        }
    }

    private final class Damaged extends Bad {
        private final CardChannel card;
        private final Random chance;

        Damaged(CardChannel card, Random chance) {
            this.card = card;
            this.chance = chance;
        }

        @Override
        byte[] answer(CommandApdu command) {
            ResponseApdu good = card.transmit(command);
            byte[] data = good.data();
            if (data.length > 0 && chance.nextInt(3) == 0)
                data[chance.nextInt(data.length)] ^= (byte) (1 << chance.nextInt(8));
            int length = chance.nextInt(12) == 0 ? chance.nextInt(data.length + 1) : data.length;
            byte[] bytes = Arrays.copyOf(data, length + 2);
            end(
                    bytes,
                    chance.nextInt(25) == 0
                            ? WORDS[chance.nextInt(WORDS.length)]
                            : good.statusWord().value());
            return bytes;
        }
    }

    private final class Always extends Bad {
        private final int word;
        private final int length;

        Always(int word, int length) {
            this.word = word;
            this.length = length;
        }

        @Override
        byte[] answer(CommandApdu command) {
            byte[] bytes = new byte[(command.expected() == 0 ? 0 : length) + 2];
            if (length > 8)
                System.arraycopy(
                        new byte[] {(byte) 0xFF, 0x20, (byte) 0x82, 0x7F, (byte) 0xFF},
                        0,
                        bytes,
                        0,
                        Math.min(5, bytes.length - 2));
            end(bytes, command.expected() == 0 ? 0x9000 : word);
            return bytes;
        }
    }

    private static void end(byte[] bytes, int word) {
        bytes[bytes.length - 2] = (byte) (word >> 8);
        bytes[bytes.length - 1] = (byte) word;
    }
}

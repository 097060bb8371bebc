package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.kernel.Language;

/** What a trace says of a conversation, and what it leaves out. */
class ExplainedTraceTest {
    private final List<TraceEvent> events = new ArrayList<>();
    private long now;

    private CardChannel trace(CardChannel card, TraceContents contents) {
        return ExplainedTrace.over(card, contents, events::add, () -> now += 400_000);
    }

    @Test
    void a_login_is_told_in_words_with_its_budget_of_tries() {
        var card = MyNumberCard.over(trace(Ichiro.card(), TraceContents.LENGTHS_ONLY));
        try (var wrong = Ichiro.pin("9999")) {
            card.profile().verify(wrong, LastTry.KEEP);
        }
        assertThat(events)
                .extracting(event -> event.text(Language.ENGLISH))
                .containsExactly(
                        "1 0.4 ms SELECT (form input), 10 bytes: 9000 done [reference 4.1]",
                        "2 0.4 ms SELECT 0011 form input PIN (form input), 2 bytes: 9000 done [reference 4.1]",
                        "3 0.4 ms VERIFY 0011 form input PIN (form input), tries 3: 63C3 3 tries left [reference 4.2]",
                        "4 0.4 ms VERIFY 0011 form input PIN (form input), 4 bytes hidden, tries 3 → 2: 63C2 2 tries left [reference 4.2]");
        assertThat(events.getLast().text(Language.JAPANESE))
                .isEqualTo(
                        "4 0.4 ms 照合 VERIFY 0011 券面事項入力補助用暗証番号（券面事項入力補助AP）、秘匿 4 バイト、残り回数 3 → 2：63C2 あと 2 回［参照 4.2］");
        assertThat(events.getLast().took()).isEqualTo(Duration.ofNanos(400_000));
        assertThat(events.getLast().triesBefore()).isEqualTo(OptionalInt.of(3));
    }

    @Test
    void the_bytes_below_hide_the_pin_and_of_a_real_card_the_contents() {
        var card = MyNumberCard.over(trace(Ichiro.card(), TraceContents.LENGTHS_ONLY));
        try (var pin = Ichiro.pin("1234")) {
            card.profile().verify(pin, LastTry.KEEP);
        }
        card.profile().myNumber();
        assertThat(TraceText.lines(events.get(3), Language.ENGLISH))
                .endsWith("\n    > 00200080 04 (4)\n    < 9000");
        assertThat(TraceText.lines(events.getLast(), Language.ENGLISH))
                .endsWith("\n    > 00B00000 00\n    < (17) 9000");
        assertThat(events.getLast().file()).contains(FormInputFile.MY_NUMBER);
        assertThat(events.getLast().answer()).isEqualTo(new TracedBytes(17, Optional.empty()));
    }

    @Test
    void of_a_test_card_the_contents_are_told() {
        var card = MyNumberCard.over(trace(Ichiro.card(), TraceContents.TEST_CARD));
        try (var a = VerificationSecret.a(Ichiro.NUMBER)) {
            card.profile().verify(a, LastTry.KEEP);
        }
        card.profile().myNumber();
        assertThat(events.getLast().answer().hex())
                .contains("FF100C" + "313233343536373839303138" + "FFFF");
        assertThat(events.get(3).data().isHidden()).isTrue();
    }

    @Test
    void short_identifiers_and_partial_names_are_understood_or_admitted() {
        CardChannel card = trace(Ichiro.card(), TraceContents.LENGTHS_ONLY);
        card.transmit(CommandApdu.parseHex("00A4040C0AD3921000310001010100"));
        card.transmit(CommandApdu.parseHex("00B2010C00"));
        assertThat(events.getLast().text(Language.ENGLISH))
                .contains(
                        "READ RECORD 0001 card serial and expiry (common card), answers 30 bytes");
        assertThat(events.getLast().answer().isHidden()).isTrue();
        CardChannel generous = trace(new Always9000(), TraceContents.LENGTHS_ONLY);
        generous.transmit(CommandApdu.parseHex("00A4040C05D392100031"));
        generous.transmit(CommandApdu.parseHex("00B0840000"));
        assertThat(events.getLast().application()).isEmpty();
        assertThat(events.getLast().answer().isHidden()).isTrue();
        generous.transmit(CommandApdu.parseHex("00A4040C08D392100031000101"));
        generous.transmit(CommandApdu.parseHex("00A4040C05D392F00026"));
        generous.transmit(CommandApdu.parseHex("00B08B0000"));
        assertThat(events.getLast().application()).contains(CardApplication.JPKI);
        assertThat(events.getLast().answer().isHidden()).isFalse();
    }

    @Test
    void after_a_refused_file_nobody_knows_which_file_is_read() {
        CardChannel card = trace(Ichiro.card(), TraceContents.LENGTHS_ONLY);
        card.transmit(CommandApdu.parseHex("00A4040C0AD3921000310001010408"));
        card.transmit(CommandApdu.parseHex("00A4020C020004"));
        card.transmit(CommandApdu.parseHex("00A4020C020099"));
        card.transmit(CommandApdu.parseHex("00B0000000"));
        assertThat(events.getLast().file()).isEmpty();
    }

    @Test
    void a_lost_connection_is_told_and_forgets_the_selection() {
        CardChannel card = trace(new Pulled(), TraceContents.LENGTHS_ONLY);
        var select = CommandApdu.parseHex("00A4040C0AD392F000260100000001");
        assertThatThrownBy(() -> card.transmit(select)).isInstanceOf(CardConnectionLost.class);
        assertThat(events.getLast().lost()).isTrue();
        assertThat(TraceText.lines(events.getLast(), Language.ENGLISH))
                .contains("the connection was lost")
                .endsWith("< -");
        assertThatThrownBy(() -> card.transmit(CommandApdu.parseHex("00CA004200")))
                .isInstanceOf(CardConnectionLost.class);
        assertThat(events.getLast().application()).contains(CardApplication.ISSUER_SECURITY_DOMAIN);
    }

    private static final class Always9000 implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
            return ResponseApdu.parse(new byte[] {1, 2, 3, (byte) 0x90, 0});
        }

        @Override
        public byte[] atr() {
            return new byte[0];
        }

        @Override
        public void close() {}
    }

    private static final class Pulled implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
            throw new CardConnectionLost("pulled", null);
        }

        @Override
        public byte[] atr() {
            return new byte[0];
        }

        @Override
        public void close() {}
    }
}

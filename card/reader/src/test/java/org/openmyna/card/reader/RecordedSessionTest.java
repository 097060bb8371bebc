package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.StatusWord;

/** Conversations of other clients, played again; and cards that answer like theirs. */
class RecordedSessionTest {
    static RecordedSession session(String name) {
        String path = "/sessions/" + name + ".session";
        try (InputStream in =
                Objects.requireNonNull(RecordedSessionTest.class.getResourceAsStream(path))) {
            return RecordedSession.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"myna-rust", "myna-go", "opensc"})
    void a_recorded_session_plays_again_command_for_command(String name) {
        RecordedSession session = session(name);
        assertThat(session.length()).isGreaterThan(40);
        try (var card = session.replay()) {
            assertThat(card.atr()).isEqualTo(Ichiro.card().atr());
            for (RecordedExchange exchange : session.exchanges()) {
                assertThat(card.transmit(exchange.command())).isEqualTo(exchange.answer());
            }
            assertThatThrownBy(() -> card.transmit(CommandApdu.of(0, 0xA4, 0, 0)))
                    .isInstanceOf(RecordingDiffers.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"myna-rust", "myna-go"})
    void our_client_reads_a_card_that_answers_like_the_cards_of_jpki_myna(String name) {
        MyNumberCard card = MyNumberCard.over(session(name).asCard());
        try (var pin = Ichiro.pin("1234")) {
            assertThat(card.profile().verify(pin, LastTry.KEEP)).isEqualTo(new PinCheck.Accepted());
        }
        assertThat(card.profile().myNumber()).isEqualTo(Ichiro.NUMBER);
        assertThat(card.profile().myNumberFile()).hasSize(17);
        assertThat(card.profile().fourItems()).isEqualTo(Ichiro.ITEMS);
        assertThat(card.profile().basicInformation().information().vendor()).isEqualTo(14);
        try (var a = VerificationSecret.a(Ichiro.NUMBER)) {
            assertThat(card.face().verify(a, LastTry.KEEP)).isEqualTo(new PinCheck.Accepted());
        }
        assertThat(card.face().photo()).isEqualTo(Ichiro.image(3000));
        assertThat(card.face().faceRecord().sex()).isEqualTo(Ichiro.ITEMS.sex());
        try (var password = Ichiro.pin("ABC123")) {
            card.jpki().verify(JpkiKey.SIGNATURE, password, LastTry.KEEP);
        }
        assertThat(card.jpki().certificate(JpkiKey.SIGNATURE)).isEqualTo(Ichiro.der(320));
        assertThat(card.jpki().certificate(JpkiKey.USER_AUTHENTICATION)).isEqualTo(Ichiro.der(300));
        assertThat(
                        card.jpki()
                                .sign(
                                        JpkiKey.USER_AUTHENTICATION,
                                        DigestInfo.SHA256.ofDigest(new byte[32])))
                .hasSize(256);
        assertThat(card.tries())
                .containsEntry(PinReference.USER_AUTHENTICATION, new Tries.Left(3, 3))
                .containsEntry(PinReference.SIGNATURE, new Tries.Left(5, 5))
                .containsEntry(PinReference.CARD_FACE_A, new Tries.Left(10, 10))
                .containsEntry(PinReference.FORM_INPUT_B, new Tries.Left(10, 10))
                .containsEntry(PinReference.JUKI, new Tries.Absent());
    }

    @Test
    void the_record_of_28_digits_is_read_though_it_was_asked_for_by_its_short_identifier() {
        MyNumberCard card = MyNumberCard.over(session("myna-rust").asCard());
        assertThat(card.common().serial().orElseThrow().digits())
                .isEqualTo("0000000000123451310120330307")
                .hasSize(28);
        assertThat(card.common().serial().orElseThrow().manufacturingNumber())
                .isEqualTo("0000000012345");
    }

    @Test
    void the_sizes_that_the_go_client_insists_on_are_read_and_checked_as_far_as_they_go() {
        MyNumberCard card = MyNumberCard.over(session("myna-go").asCard());
        try (var pin = Ichiro.pin("1234")) {
            card.profile().verify(pin, LastTry.KEEP);
        }
        assertThat(card.profile().integrity().encode()).hasSize(336);
        assertThat(card.profile().integrity().matchesItems(Ichiro.ITEMS)).isTrue();
        assertThat(card.profile().integrity().matchesNumber(card.profile().myNumberFile()))
                .isTrue();
        assertThat(card.profile().issuerCertificate().encode()).hasSize(568);
        assertThat(
                        card.profile()
                                .integrity()
                                .isSignedBy(card.profile().issuerCertificate().publicKey()))
                .isTrue();
        // its authority was made for one run of the recording: nobody trusts it
        try (var pin = Ichiro.pin("1234")) {
            var result =
                    card.checkAuthenticity(
                            TrustedCvAuthorities.test(),
                            new Opening.ByPin(pin),
                            LastTry.KEEP,
                            new SecureRandom());
            assertThat(result).isInstanceOf(Authenticity.NotGenuine.class);
        }
    }

    @Test
    void our_client_logs_in_where_opensc_did() {
        JpkiClient jpki = JpkiClient.select(session("opensc").asCard());
        assertThat(jpki.triesLeft(JpkiKey.SIGNATURE)).isEqualTo(5);
        assertThat(jpki.certificate(JpkiKey.USER_AUTHENTICATION)).isEqualTo(Ichiro.der(300));
        try (var pin = Ichiro.pin("1111")) {
            assertThat(jpki.verify(JpkiKey.USER_AUTHENTICATION, pin, LastTry.KEEP))
                    .isEqualTo(new PinCheck.Accepted());
        }
        assertThat(jpki.sign(JpkiKey.USER_AUTHENTICATION, DigestInfo.SHA256.ofDigest(new byte[32])))
                .hasSize(256);
        assertThatThrownBy(() -> jpki.certificate(JpkiKey.SIGNATURE))
                .isInstanceOf(PinNotVerified.class);
    }

    @Test
    void the_storm_of_probes_finds_nothing() {
        assertThat(session("opensc").exchanges().subList(0, 29))
                .allSatisfy(probe -> assertThat(probe.answer().isOk()).isFalse());
    }

    @Test
    void what_is_recorded_plays_again_through_the_same_client() {
        var text = new StringBuilder();
        Object first =
                conversation(
                        MyNumberCard.over(
                                RecordedSession.record(
                                        Ichiro.card(), TraceContents.TEST_CARD, text)));
        RecordedSession session = RecordedSession.parse(text.toString());
        assertThat(conversation(MyNumberCard.over(session.replay()))).isEqualTo(first);
        assertThat(text).contains("> 00200080 04 (4)").doesNotContain("00200080 04 3");
    }

    private static Object conversation(MyNumberCard card) {
        try (var pin = Ichiro.pin("1234")) {
            card.profile().verify(pin, LastTry.KEEP);
        }
        return List.of(card.profile().fourItems(), card.manager().cardId(), card.tries());
    }

    @Test
    void of_a_real_card_only_the_lengths_are_recorded_and_a_replay_says_so() {
        var text = new StringBuilder();
        MyNumberCard card =
                MyNumberCard.over(
                        RecordedSession.record(Ichiro.card(), TraceContents.LENGTHS_ONLY, text));
        conversation(card);
        assertThat(text).contains("(256) 9000").contains("< (16) 9000");
        MyNumberCard replayed = MyNumberCard.over(RecordedSession.parse(text.toString()).replay());
        assertThatThrownBy(() -> conversation(replayed)).isInstanceOf(RecordingHidesIt.class);
    }

    @Test
    void another_command_than_the_recorded_one_is_named() {
        var card = RecordedSession.parse("> 00A4020C 02 0006\n< 9000").replay();
        assertThatThrownBy(() -> card.transmit(CommandApdu.parseHex("00A4020C02000A")))
                .isInstanceOf(RecordingDiffers.class)
                .hasMessageContaining("MYNA-CRD-066");
    }

    @Test
    void a_warning_at_the_end_of_a_file_is_recorded_as_it_came() {
        var card = RecordedSession.parse("> 00B00000 00\n< 4142 6282").asCard();
        assertThat(card.transmit(CommandApdu.parseHex("00B0000101")).data()).containsExactly('B');
        assertThat(card.transmit(CommandApdu.parseHex("00B0000201")).statusWord())
                .isEqualTo(StatusWord.OFFSET_OUTSIDE_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> 00A4",
                "< 9000",
                "> 00A4020C020006",
                "> 00A4020C020006\n> 00A4020C020006",
                "> 00A4020C02000\n< 9000",
                "> 00A4020C020006\n< 90",
                "> 00A4020C020006\n< 0000",
                "> 00A4020C020006\n< (99999) 9000",
                "hello",
                "atr XY",
                "> 00A4020C020006\n< (65536)(65536)(65536) 9000",
                "> 00A4020C020006\n< 9000\natr 3B"
            })
    void a_text_that_is_no_recording_is_named_with_its_line(String text) {
        assertThatThrownBy(() -> RecordedSession.parse(text))
                .isInstanceOf(RecordingMalformed.class)
                .hasMessageContaining("MYNA-CRD-065 Line ");
    }
}

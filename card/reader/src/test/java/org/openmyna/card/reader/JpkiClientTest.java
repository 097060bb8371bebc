package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openmyna.card.protocol.CardFileMalformed;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.kernel.Pin;

/** The bytes on the wire, against conversations as other clients hold them with the real card. */
class JpkiClientTest {
    private static final String SELECT = "00A4040C0A D392F000260100000001 > 9000\n";

    private static Pin pin() {
        return Pin.fourDigits("1234".toCharArray());
    }

    @Test
    void a_login_reads_the_tries_sends_the_pin_and_signs() {
        String digest = "00".repeat(32);
        var card =
                RecordedCard.of(
                        SELECT
                                + """
                                00A4020C02 0018 > 9000
                                00200080 > 63C3
                                00200080 04 31323334 > 9000
                                00A4020C02 0017 > 9000
                                802A0080 33 3031300D060960864801650304020105000420 %s 00 > %s 9000
                                """
                                        .formatted(digest, "AB".repeat(256)));
        var jpki = JpkiClient.select(card);
        try (Pin pin = pin()) {
            assertThat(jpki.verify(JpkiKey.USER_AUTHENTICATION, pin, LastTry.KEEP))
                    .isEqualTo(new PinCheck.Accepted());
        }
        byte[] info = DigestInfo.SHA256.ofDigest(new byte[32]);
        assertThat(jpki.sign(JpkiKey.USER_AUTHENTICATION, info)).hasSize(256);
        card.isPlayedToTheEnd();
    }

    @Test
    void the_last_try_is_kept_unless_it_may_be_spent() {
        var card =
                RecordedCard.of(
                        SELECT
                                + """
                                00A4020C02 0018 > 9000
                                00200080 > 63C1
                                00A4020C02 0018 > 9000
                                00200080 > 63C1
                                00200080 04 31323334 > 63C0
                                """);
        var jpki = JpkiClient.select(card);
        try (Pin pin = pin()) {
            assertThat(jpki.verify(JpkiKey.USER_AUTHENTICATION, pin, LastTry.KEEP))
                    .isEqualTo(new PinCheck.LastTryKept());
            assertThat(jpki.verify(JpkiKey.USER_AUTHENTICATION, pin, LastTry.MAY_BE_SPENT))
                    .isEqualTo(new PinCheck.Locked());
        }
        card.isPlayedToTheEnd();
    }

    @Test
    void a_locked_pin_is_not_sent() {
        var card = RecordedCard.of(SELECT + "00A4020C02 001B > 9000\n00200080 > 63C0");
        var jpki = JpkiClient.select(card);
        try (Pin pin = Pin.signaturePassword("ABC123".toCharArray())) {
            assertThat(jpki.verify(JpkiKey.SIGNATURE, pin, LastTry.MAY_BE_SPENT))
                    .isEqualTo(new PinCheck.Locked());
        }
        card.isPlayedToTheEnd();
    }

    @Test
    void a_wrong_pin_tells_the_tries_left() {
        var card =
                RecordedCard.of(
                        SELECT
                                + """
                                00A4020C02 0018 > 9000
                                00200080 > 63C3
                                00200080 04 31323334 > 63C2
                                """);
        try (Pin pin = pin()) {
            assertThat(
                            JpkiClient.select(card)
                                    .verify(JpkiKey.USER_AUTHENTICATION, pin, LastTry.KEEP))
                    .isEqualTo(new PinCheck.Wrong(2));
        }
    }

    @Test
    void a_certificate_is_read_in_short_pieces_and_the_filler_is_left() {
        var card =
                RecordedCard.of(
                        SELECT
                                + """
                                00A4020C02 000A > 9000
                                00B0000004 > 3082012C 9000
                                00B0000000 > 3082012C %s 9000
                                00B0010030 > %s 9000
                                """
                                        .formatted("11".repeat(252), "22".repeat(48)));
        byte[] der = JpkiClient.select(card).certificate(JpkiKey.USER_AUTHENTICATION);
        assertThat(der).hasSize(304).startsWith(0x30, 0x82, 0x01, 0x2C).endsWith(0x22, 0x22);
        card.isPlayedToTheEnd();
    }

    @Test
    void an_empty_certificate_file_is_named() {
        var card = RecordedCard.of(SELECT + "00A4020C02 000A > 9000\n00B0000004 > FFFFFFFF 9000");
        var jpki = JpkiClient.select(card);
        assertThatThrownBy(() -> jpki.certificate(JpkiKey.USER_AUTHENTICATION))
                .isInstanceOf(CardFileMalformed.class);
    }

    @Test
    void the_signature_certificate_wants_its_password_first() {
        var card = RecordedCard.of(SELECT + "00A4020C02 0001 > 9000\n00B0000004 > 6982");
        var jpki = JpkiClient.select(card);
        assertThatThrownBy(() -> jpki.certificate(JpkiKey.SIGNATURE))
                .isInstanceOf(PinNotVerified.class)
                .hasMessageContaining("MYNA-CRD-022");
    }

    @Test
    void a_card_without_the_application_is_named() {
        var card = RecordedCard.of(SELECT.replace("9000", "6A82"));
        assertThatThrownBy(() -> JpkiClient.select(card)).isInstanceOf(NotAMyNumberCard.class);
    }

    @Test
    void a_changed_pin_is_sent_with_p1_01() {
        var card = RecordedCard.of(SELECT + "00A4020C02 0018 > 9000\n00240180 04 34333231 > 9000");
        try (Pin next = Pin.fourDigits("4321".toCharArray())) {
            JpkiClient.select(card).changePin(JpkiKey.USER_AUTHENTICATION, next);
        }
        card.isPlayedToTheEnd();
    }
}

package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.Personalisation.accepted;
import static org.openmyna.card.applets.Personalisation.makeKey;

import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chip proves that it is no copy (card protocol reference 4.8, 6.4). */
class InternalAuthenticationTest {

    private static final String DIGEST_INFO =
            "3031300D060960864801650304020105000420"
                    + "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";

    @ParameterizedTest
    @EnumSource
    void form_and_face_sign_with_their_default_key_without_any_pin(Machine machine) {
        TestCard card = machine.blank();
        accepted(card, TestCard.SELECT_FORM_INPUT);
        RSAPublicKey form = makeKey(card, "0013");
        accepted(card, TestCard.SELECT_CARD_FACE);
        RSAPublicKey face = makeKey(card, "001A");
        Personalisation.close(card);
        accepted(card, TestCard.SELECT_FORM_INPUT);
        proves(card, "00", form);
        proves(card, "93", form);
        accepted(card, "00A4020C020013");
        proves(card, "80", form);
        accepted(card, TestCard.SELECT_CARD_FACE);
        proves(card, "00", face);
        proves(card, "9A", face);
        Trace.replay(
                card,
                """
                80 2A 06 00 01 00 00     → 6A86
                80 2A 02 00 01 00 00     → 6700
                80 2A 00 00              → 6700
                80 2A 00 00 01 00 FF     → 6700
                80 2A 00 00 01 00        → 6700
                80 2A 00 92 01 00 00     → 6981
                80 2A 00 94 01 00 00     → 6A82
                80 2A 05 00 01 00 00     → … 9000
                80 2A 03 00 01 00 00     → … 9000
                """);
    }

    private static void proves(TestCard card, String p2, RSAPublicKey key) {
        byte[] answer = card.transmit(TestCard.bytes("802A00" + p2 + "33" + DIGEST_INFO + "00"));
        assertThat(answer).hasSize(258);
        assertThat(
                        Rsa.isType1(
                                Arrays.copyOf(answer, 256),
                                key,
                                HexFormat.of().parseHex(DIGEST_INFO)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void the_key_for_session_keys_never_signs(Machine machine) {
        TestCard card = machine.blank();
        accepted(card, TestCard.SELECT_FORM_INPUT, "0024019104" + TestCard.PIN);
        makeKey(card, "0010");
        accepted(card, "0020009104" + TestCard.PIN);
        assertThat(card.send("802A009001" + "0000")).isEqualTo("6981");
        accepted(card, "00A4020C020010");
        assertThat(card.send("802A008001" + "0000")).isEqualTo("6981");
    }

    @ParameterizedTest
    @EnumSource
    void the_common_application_answers_a_challenge(Machine machine) throws Exception {
        TestCard card = machine.blank();
        accepted(card, TestCard.SELECT_COMMON);
        assertThat(card.send("0088009901" + "0000")).as("never made").isEqualTo("6985");
        RSAPublicKey key = makeKey(card, "0019");
        Personalisation.close(card);
        accepted(card, TestCard.SELECT_COMMON);
        for (int length : new int[] {1, 8, 255, 3000}) {
            byte[] challenge = new byte[length];
            Arrays.fill(challenge, (byte) length);
            String lc = length < 256 ? "%02X" : "00%04X";
            byte[] answer =
                    card.transmit(
                            TestCard.bytes(
                                    "00880099"
                                            + lc.formatted(length)
                                            + HexFormat.of().formatHex(challenge)
                                            + (length < 256 ? "00" : "0000")));
            assertThat(answer).hasSize(258);
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(challenge);
            assertThat(check.verify(Arrays.copyOf(answer, 256))).isTrue();
        }
        Trace.replay(
                card,
                """
                00 88 00 80 01 00 00     → … 9000
                00 88 01 99 01 00 00     → 6A86
                00 88 00 19 01 00 00     → 6A86
                00 88 00 9C 01 00 00     → 6981
                00 88 00 81 01 00 00     → 6981
                00 88 00 93 01 00 00     → 6A82
                00 88 00 99              → 6700
                00 88 00 99 01 00        → 6700
                00 88 00 99 01 00 FF     → 6700
                80 2A 00 99 01 00 00     → 6D00
                80 2A 00 00 01 00 00     → 6D00
                """);
    }

    @ParameterizedTest
    @EnumSource
    void other_applications_have_no_key_for_a_challenge_and_no_default_key(Machine machine) {
        TestCard card = machine.personalised();
        for (String select :
                new String[] {
                    TestCard.SELECT_JPKI,
                    TestCard.SELECT_FORM_INPUT,
                    TestCard.SELECT_CARD_FACE,
                    TestCard.SELECT_JUKI
                }) {
            accepted(card, select);
            assertThat(card.send("0088009901" + "0000")).isEqualTo("6985");
        }
        accepted(card, TestCard.SELECT_JPKI);
        assertThat(card.send("802A000001" + "0000")).isEqualTo("6986");
        accepted(card, TestCard.SELECT_JUKI);
        assertThat(card.send("802A000001" + "0000")).isEqualTo("6D00");
        accepted(card, TestCard.SELECT_FORM_INPUT);
        assertThat(card.send("802A000001" + "0000")).as("never made").isEqualTo("6985");
    }

    @ParameterizedTest
    @EnumSource
    void every_key_is_made_on_a_blank_card_and_on_no_other(Machine machine) {
        TestCard card = machine.blank();
        String[][] keys = {
            {TestCard.SELECT_JPKI, "0017"},
            {TestCard.SELECT_JPKI, "001A"},
            {TestCard.SELECT_FORM_INPUT, "0010"},
            {TestCard.SELECT_FORM_INPUT, "0013"},
            {TestCard.SELECT_CARD_FACE, "001A"},
            {TestCard.SELECT_COMMON, "0019"},
        };
        for (String[] key : keys) {
            accepted(card, key[0]);
            makeKey(card, key[1]);
        }
        Personalisation.close(card);
        for (String[] key : keys) {
            accepted(card, key[0], "00A4020C02" + key[1]);
            assertThat(card.send("00470000000000")).isEqualTo("6982");
            assertThat(card.send("00470100000000")).isEqualTo("6982");
            assertThat(card.send("00B0000000")).isEqualTo("6981");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_commands_of_the_issuer_are_known_and_refused(Machine machine) {
        for (TestCard card : new TestCard[] {machine.personalised(), machine.blank()}) {
            for (String select :
                    new String[] {
                        TestCard.SELECT_JPKI,
                        TestCard.SELECT_FORM_INPUT,
                        TestCard.SELECT_CARD_FACE,
                        TestCard.SELECT_JUKI,
                        TestCard.SELECT_COMMON
                    }) {
                accepted(card, select);
                Trace.replay(
                        card,
                        """
                        80 50 00 00                  → 6982
                        80 52 00 00                  → 6982
                        80 54 00 80                  → 6982
                        80 54 FF FF 04 31 32 33 34   → 6982
                        80 8A 00 00                  → 6982
                        80 06 00 00                  → 6982
                        00 54 00 80                  → 6D00
                        00 2C 00 80                  → 6D00
                        80 E2 00 00                  → 6D00
                        80 56 00 00                  → 6D00
                        """);
            }
        }
    }
}

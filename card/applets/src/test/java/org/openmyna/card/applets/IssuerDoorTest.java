package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmyna.card.applets.Personalisation.accepted;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.applets.specimen.StandInDomain;

/** What the issuer security domain may do with an application, through {@link IssuerAccess}. */
class IssuerDoorTest {

    private static final String DRAFT = "6281";
    private static final String NO_DRAFT = "6282";
    private static final String HAS_DRAFT = "80DA0000";
    private static final String ADOPT = "80EE0100";
    private static final String ADOPT_AND_ABORT = "80EE0000";
    private static final String DISCARD = "80E40000";
    private static final String FORM_INPUT = "D3921000310001010408";
    private static final String CARD_FACE = "D3921000310001010402";
    private static final String JPKI = "D392F000260100000001";

    /** In use, the stand-in for the domain current and turned to an application. */
    private static TestCard inUse(Machine machine, String application) {
        TestCard card = machine.withStandIn();
        accepted(card, TestCard.SELECT_JPKI);
        accepted(card, "0024019804" + TestCard.PIN, "0024019B06" + TestCard.PASSWORD);
        Personalisation.writeFiles(card);
        PersonalFiles.write(card);
        accepted(card, TestCard.SELECT_ISD, "80F0000F");
        turnTo(card, application);
        return card;
    }

    private static void turnTo(TestCard card, String application) {
        accepted(card, TestCard.SELECT_ISD, "80E600000A" + application);
    }

    private static String store(String file, String offset, String bytes) {
        String body = file + offset + bytes;
        return "80E20000%02X".formatted(body.length() / 2) + body;
    }

    @ParameterizedTest
    @EnumSource
    void a_draft_is_unseen_until_it_is_adopted_and_then_the_old_content_is_gone(Machine machine) {
        TestCard card = inUse(machine, FORM_INPUT);
        assertThat(card.send(HAS_DRAFT)).isEqualTo(NO_DRAFT);
        accepted(card, store("0002", "0000", "FF2002AABB"), store("0002", "0100", "CC"));
        assertThat(card.send(HAS_DRAFT)).isEqualTo(DRAFT);
        assertThat(fourItems(card)).startsWith(PersonalFiles.FOUR_ITEMS + "FF");
        turnTo(card, FORM_INPUT);
        accepted(card, ADOPT);
        assertThat(card.send(HAS_DRAFT)).isEqualTo(NO_DRAFT);
        String adopted = "FF2002AABB" + "FF".repeat(251) + "CC" + "FF".repeat(767);
        assertThat(fourItems(card)).isEqualTo(adopted + "9000");
        turnTo(card, FORM_INPUT);
        accepted(card, DISCARD, ADOPT);
        assertThat(fourItems(card)).isEqualTo(adopted + "9000");
        turnTo(card, FORM_INPUT);
        accepted(card, store("0002", "0000", "DD"), ADOPT, DISCARD);
        assertThat(fourItems(card)).isEqualTo("DD" + "FF".repeat(1023) + "9000");
    }

    private static String fourItems(TestCard card) {
        accepted(card, TestCard.SELECT_FORM_INPUT, "0020009104" + TestCard.PIN);
        return card.send("00B08200000000");
    }

    /** Not on jCardSim, which keeps what an aborted transaction wrote into a field. */
    @Test
    void an_aborted_transaction_adopts_nothing() {
        TestCard card = inUse(Machine.OURS, FORM_INPUT);
        accepted(card, store("0002", "0000", "DD"), ADOPT_AND_ABORT);
        assertThat(card.send(HAS_DRAFT)).isEqualTo(DRAFT);
        assertThat(fourItems(card)).startsWith(PersonalFiles.FOUR_ITEMS);
        turnTo(card, FORM_INPUT);
        accepted(card, ADOPT);
        assertThat(fourItems(card)).startsWith("DDFF");
    }

    @ParameterizedTest
    @EnumSource
    void a_discarded_draft_leaves_nothing_for_the_next_one(Machine machine) {
        TestCard card = inUse(machine, FORM_INPUT);
        accepted(card, store("0002", "0000", "AABBCC"), DISCARD, DISCARD);
        assertThat(card.send(HAS_DRAFT)).isEqualTo(NO_DRAFT);
        accepted(card, ADOPT);
        assertThat(fourItems(card)).startsWith(PersonalFiles.FOUR_ITEMS);
        turnTo(card, FORM_INPUT);
        accepted(card, store("0002", "0001", "11"), ADOPT);
        // What the draft replaced was not erased by anybody: the next draft starts all FF yet.
        accepted(card, store("0002", "0002", "22"), ADOPT);
        assertThat(fourItems(card)).isEqualTo("FFFF22" + "FF".repeat(1021) + "9000");
    }

    @ParameterizedTest
    @EnumSource
    void files_with_a_draft_are_these_and_no_others(Machine machine) {
        TestCard card = inUse(machine, FORM_INPUT);
        String[] formAnswers = {"6985", "9000", "9000", "9000", "6985", "6985", "9000", "6985"};
        answersFromFile1(card, formAnswers);
        assertThat(card.send(store("0010", "0000", "AA"))).isEqualTo("6985");
        assertThat(card.send(store("0009", "0000", "AA"))).isEqualTo("6A82");
        turnTo(card, CARD_FACE);
        answersFromFile1(card, "9000", "9000", "6985", "9000", "9000", "6985", "6A82");
        turnTo(card, JPKI);
        answersFromFile1(card, "9000", "6985", "6A82", "6A82", "6A82", "6985", "6A82", "6985");
        assertThat(card.send(store("000A", "0000", "AA"))).isEqualTo("9000");
        assertThat(card.send(store("000B", "0000", "AA"))).isEqualTo("6985");
        turnTo(card, "D3921000310001010100");
        answersFromFile1(card, "6985", "6985", "6A82");
        turnTo(card, "D3921000310001010401");
        answersFromFile1(card, "6985", "6985", "6A82");
    }

    private static void answersFromFile1(TestCard card, String... answers) {
        for (int n = 0; n < answers.length; n++) {
            assertThat(card.send(store("%04X".formatted(n + 1), "0000", "AA")))
                    .as("file %d", n + 1)
                    .isEqualTo(answers[n]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void store_refuses_what_does_not_fit(Machine machine) {
        TestCard card = inUse(machine, FORM_INPUT);
        Trace.replay(
                card,
                """
                80 E2 00 00                                    → 6700
                80 E2 00 00 03 00 02 00                        → 6700
                80 E2 00 00 04 00 02 00 00                     → 6700
                80 E2 00 00 05 00 02 04 00 AA                  → 6B00
                80 E2 00 00 05 00 02 80 00 AA                  → 6B00
                80 E2 00 00 06 00 02 03 FF AA BB               → 6700
                80 E2 00 00 05 00 02 03 FF AA                  → 9000
                80 E2 00 00 08 00 11 00 01 39 38 37 36         → 6B00
                80 E2 00 00 07 00 11 00 00 39 38 37            → 6700
                80 E2 00 00 08 00 11 00 00 39 38 37 41         → 6A80
                80 E2 00 00 08 00 12 00 00 39 38 37 36         → 6985
                80 E2 00 00 04 00 12 00 00                     → 6985
                """);
    }

    @ParameterizedTest
    @EnumSource
    void pins_and_numbers_are_set_at_once_and_unlocked_with_their_value_kept(Machine machine) {
        TestCard card = inUse(machine, FORM_INPUT);
        accepted(card, TestCard.SELECT_FORM_INPUT);
        for (String left : new String[] {"63C2", "63C1", "63C0"}) {
            assertThat(card.send("00200091" + "0130")).isEqualTo(left);
        }
        assertThat(card.send("002000940130")).isEqualTo("63C9");
        turnTo(card, FORM_INPUT);
        accepted(card, store("0011", "0000", ""), store("0014", "0000", "39".repeat(12)));
        assertThat(card.send(HAS_DRAFT)).isEqualTo(NO_DRAFT);
        accepted(card, TestCard.SELECT_FORM_INPUT);
        assertThat(card.send("00200091")).isEqualTo("63C3");
        assertThat(card.send("00200094")).isEqualTo("63CA");
        accepted(card, "0020009104" + TestCard.PIN, "002000940C" + "39".repeat(12));
        turnTo(card, FORM_INPUT);
        accepted(card, store("0011", "0000", "39383736"), TestCard.SELECT_FORM_INPUT);
        assertThat(card.send("0020009104" + TestCard.PIN)).isEqualTo("63C2");
        accepted(card, "0020009104" + "39383736");
    }

    @ParameterizedTest
    @EnumSource
    void a_key_draft_proves_itself_and_becomes_the_key(Machine machine) {
        TestCard card = inUse(machine, JPKI);
        assertThat(card.send("802A0000050017AABBCC" + "00")).as("no draft").isEqualTo("6985");
        byte[] answer = card.transmit(TestCard.bytes("80 47 00 00 00 00 02 00 17 00 00"));
        RSAPublicKey draft = Personalisation.publicKey(answer);
        assertThat(card.send(HAS_DRAFT)).isEqualTo(DRAFT);
        byte[] proof = card.transmit(TestCard.bytes("80 2A 00 00 05 00 17 AA BB CC 00"));
        assertThat(Rsa.isType1(Arrays.copyOf(proof, 256), draft, hex("AABBCC"))).isTrue();
        assertThat(card.send("802A0000020017" + "00")).isEqualTo("6700");
        assertThat(card.send("802A0000F80017" + "AA".repeat(246) + "00")).isEqualTo("6700");
        accepted(card, TestCard.SELECT_JPKI, "0020009804" + TestCard.PIN);
        assertThat(card.send("802A0097010000")).as("there was no key before").isEqualTo("6985");
        turnTo(card, JPKI);
        accepted(card, ADOPT, DISCARD);
        assertThat(card.send("802A0000050017AABBCC" + "00")).isEqualTo("6985");
        accepted(card, TestCard.SELECT_JPKI, "0020009804" + TestCard.PIN);
        byte[] signature = card.transmit(TestCard.bytes("80 2A 00 97 03 AA BB CC 00"));
        assertThat(Rsa.isType1(Arrays.copyOf(signature, 256), draft, hex("AABBCC"))).isTrue();
        turnTo(card, JPKI);
        assertThat(card.send("8047000000000200180000")).as("a PIN").isEqualTo("6985");
        assertThat(card.send("8047000000000200190000")).isEqualTo("6A82");
        turnTo(card, FORM_INPUT);
        assertThat(card.send("8047000000000200130000")).as("no draft").isEqualTo("6985");
    }

    @ParameterizedTest
    @EnumSource
    void erasing_leaves_no_key_and_no_pin_and_may_be_repeated(Machine machine) {
        TestCard card = machine.withStandIn();
        accepted(card, TestCard.SELECT_FORM_INPUT);
        Personalisation.makeKey(card, "0013");
        PersonalFiles.write(card);
        turnTo(card, FORM_INPUT);
        accepted(card, "80EC0000", "80EC0000", TestCard.SELECT_FORM_INPUT);
        Trace.replay(
                card,
                """
                80 2A 00 00 01 00 00                                  → 6985
                00 20 00 91                                           → 63 C0
                00 20 00 91 04 31 32 33 34                            → 6984
                00 20 00 94                                           → 63 C0
                00 20 00 95                                           → 63 C0
                00 20 00 91 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 → 6984
                """);
    }

    @ParameterizedTest
    @EnumSource
    void a_terminated_card_answers_6600_to_everything(Machine machine) {
        TestCard card = inUse(machine, FORM_INPUT);
        accepted(card, "80F0007F");
        for (String select :
                new String[] {
                    TestCard.SELECT_JPKI,
                    TestCard.SELECT_FORM_INPUT,
                    TestCard.SELECT_CARD_FACE,
                    TestCard.SELECT_JUKI,
                    TestCard.SELECT_COMMON,
                    "00A404000AD39210003100010104080000".substring(0, 32)
                }) {
            assertThat(card.send(select)).isEqualTo("6600");
            for (String command :
                    new String[] {
                        "00200091", "00A4020C020001", "00B0850000", "80AE0000", "80500000",
                        "00FF0000", "A0000000", "08200091", "0C200091", "0084000008"
                    }) {
                assertThat(card.send(command)).isEqualTo("6600");
            }
        }
    }

    @Test
    void nobody_but_the_domain_gets_the_object() {
        OwnCard card = OwnCard.personalised();
        byte[] application = TestCard.bytes(FORM_INPUT);
        assertThatThrownBy(
                        () -> card.runtime().ask(application, IssuerAccess.PARAMETER, door -> door))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> card.runtime().ask(application, (byte) 0, door -> door))
                .isInstanceOf(NoSuchElementException.class);
        OwnCard withIntruder = OwnCard.withOneMore("F00000000101", StandInDomain.class);
        accepted(withIntruder, "00A4040C06F00000000101");
        for (String asked : new String[] {FORM_INPUT, CARD_FACE, JPKI}) {
            assertThat(withIntruder.send("80E600000A" + asked)).isEqualTo("6A88");
        }
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}

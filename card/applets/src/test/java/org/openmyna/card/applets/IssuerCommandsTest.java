package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.TestCard.SELECT_CARD_FACE;
import static org.openmyna.card.applets.TestCard.SELECT_FORM_INPUT;
import static org.openmyna.card.applets.TestCard.SELECT_ISD;
import static org.openmyna.card.applets.TestCard.SELECT_JPKI;

import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import javacard.framework.JCSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.nvm.CardMemory;

/** What the issuer does with a card in use: PINs, drafts, new keys, COMMIT, the end. */
class IssuerCommandsTest {

    private static final String JPKI = "D392F000260100000001";
    private static final String FORM_INPUT = "D3921000310001010408";
    private static final String CARD_FACE = "D3921000310001010402";

    /** DigestInfo of SHA-256 over "abc". */
    private static final String DIGEST_INFO =
            "3031300D060960864801650304020105000420"
                    + "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";

    @ParameterizedTest
    @EnumSource
    void install_names_an_application_of_this_card(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, 0x03);
        assertThat(host.send(card, "E20000", "000A0000AA", "")).as("none yet").isEqualTo("6985");
        assertThat(host.send(card, "470000", "0017", "0000")).isEqualTo("6985");
        assertThat(host.send(card, "2A0000", "0017AA", "00")).isEqualTo("6985");
        assertThat(host.send(card, "E62000", IssuerCard.named(JPKI), "")).isEqualTo("9000");
        for (String aid :
                List.of(
                        FORM_INPUT,
                        CARD_FACE,
                        "D3921000310001010401",
                        "D3921000310001010100",
                        JPKI)) {
            assertThat(host.send(card, "E62000", IssuerCard.named(aid), "")).isEqualTo("9000");
        }
        for (String aid : List.of("A0000001510000", "D392F0002601000000", JPKI + "00", "A000")) {
            assertThat(host.send(card, "E62000", IssuerCard.named(aid), ""))
                    .as(aid)
                    .isEqualTo("6A82");
        }
        assertThat(host.send(card, "E20000", "000A0000AA", ""))
                .as("a refused name takes the old one away")
                .isEqualTo("6985");
        String named = IssuerCard.named(JPKI);
        assertThat(host.send(card, "E62001", named, "")).isEqualTo("6A86");
        assertThat(host.send(card, "E60C00", named, "")).isEqualTo("6A86");
        assertThat(host.send(card, "E62000", "000000000000", "")).isEqualTo("6700");
        assertThat(host.send(card, "E62000", "", "")).isEqualTo("6700");
        assertThat(host.send(card, "E62000", named + "00", "")).isEqualTo("6A80");
        assertThat(host.send(card, "E62000", "01" + named.substring(2), "")).isEqualTo("6A80");
        assertThat(host.send(card, "E62000", named, "")).isEqualTo("9000");
        card.send(SELECT_ISD);
        host = Scp03Host.open(card, 0x33);
        assertThat(host.send(card, "E20000", "000A0000AA", "00")).isEqualTo("6985");
        assertThat(host.send(card, "E62000", named, "00")).isEqualTo("9000");
        host.authenticate(card, 0x33);
        assertThat(host.send(card, "E20000", "000A0000AA", "00")).isEqualTo("6985");
    }

    @ParameterizedTest
    @EnumSource
    void store_data_is_refused_as_the_application_says_and_the_session_goes_on(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, 0x33);
        name(card, host, JPKI);
        assertThat(host.send(card, "E20000", "00FF0000AA", "00")).isEqualTo("6A82");
        assertThat(host.send(card, "E20000", "00020000AA", "00")).isEqualTo("6985");
        assertThat(host.send(card, "E20000", "000A0800AA", "00")).isEqualTo("6B00");
        assertThat(host.send(card, "E20000", "000A07FFAABB", "00")).isEqualTo("6700");
        assertThat(host.send(card, "E20000", "000A00", "00")).isEqualTo("6700");
        assertThat(host.send(card, "E20000", "001800003132", "00")).isEqualTo("6700");
        assertThat(host.send(card, "E20000", "0018000041424344", "00")).isEqualTo("6A80");
        assertThat(host.send(card, "E20100", "000A0000AA", "00")).isEqualTo("6A86");
        assertThat(host.send(card, "470001", "0017", "0000")).isEqualTo("6A86");
        assertThat(host.send(card, "470000", "001700", "0000")).isEqualTo("6700");
        assertThat(host.send(card, "470000", "0017", "00")).as("no room").isEqualTo("6700");
        assertThat(host.send(card, "2A0000", "0017" + DIGEST_INFO, "0000")).isEqualTo("6985");
        assertThat(host.send(card, "2A0000", "0017", "0000")).isEqualTo("6700");
        assertThat(host.send(card, "EE0200", "", "00")).isEqualTo("6A86");
        assertThat(host.send(card, "EE0101", "", "00")).isEqualTo("6A86");
        assertThat(host.send(card, "EE0100", "AA", "00")).isEqualTo("6700");
        assertThat(host.send(card, "F0800F", "", "00")).isEqualTo("6A86");
        assertThat(host.send(card, "F0807F", "AA", "00")).isEqualTo("6700");
        assertThat(host.send(card, "D80081", "", "00")).isEqualTo("6D00");
        assertThat(host.send(card, "EE0100", "", "00")).as("nothing to commit").isEqualTo("9000");
    }

    @ParameterizedTest
    @EnumSource
    void a_pin_is_unlocked_or_set_anew_at_once(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        card.send(SELECT_JPKI);
        for (int n = 0; n < 3; n++) {
            card.send("002000980430303030");
        }
        assertThat(card.send("00200098")).isEqualTo("63C0");
        card.send(SELECT_ISD);
        Scp03Host host = Scp03Host.open(card, 0x33);
        name(card, host, JPKI);
        assertThat(host.send(card, "E20000", "00180000", "00")).isEqualTo("9000");
        assertThat(host.send(card, "E20000", "001B0000" + "5A5A5A393939", "00")).isEqualTo("9000");
        Trace.replay(
                card,
                """
                00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01   → 9000
                00 20 00 98                                    → 63 C3
                00 20 00 98 04 31 32 33 34                     → 9000
                00 20 00 9B 06 41 42 43 31 32 33               → 63 C4
                00 20 00 9B 06 5A 5A 5A 39 39 39               → 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void drafts_of_all_applications_become_current_together(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, 0x33);
        writeDrafts(card, host);
        assertThat(contents(card)).isEqualTo("FFFF 9000 FFFF 9000 FFFF 9000");

        card.send(SELECT_ISD);
        host = Scp03Host.open(card, 0x33);
        assertThat(host.send(card, "EE0100", "", "")).isEqualTo("9000");
        assertThat(contents(card))
                .as("a new session forgets")
                .isEqualTo("FFFF 9000 FFFF 9000 FFFF 9000");

        card.send(SELECT_ISD);
        host = Scp03Host.open(card, 0x33);
        writeDrafts(card, host);
        assertThat(host.send(card, "EE0000", "", "")).isEqualTo("9000");
        assertThat(host.send(card, "EE0100", "", "")).isEqualTo("9000");
        assertThat(contents(card)).as("discarded").isEqualTo("FFFF 9000 FFFF 9000 FFFF 9000");

        card.send(SELECT_ISD);
        host = Scp03Host.open(card, 0x33);
        writeDrafts(card, host);
        assertThat(host.send(card, "EE0100", "", "")).isEqualTo("9000");
        assertThat(contents(card)).isEqualTo("A1A2 9000 B1B2 9000 C1C2 9000");
    }

    private static void writeDrafts(TestCard card, Scp03Host host) {
        name(card, host, JPKI);
        assertThat(host.send(card, "E20000", "000A0000A1A2", "00")).isEqualTo("9000");
        name(card, host, FORM_INPUT);
        assertThat(host.send(card, "E20000", "00040000B1B2", "00")).isEqualTo("9000");
        name(card, host, CARD_FACE);
        assertThat(host.send(card, "E20000", "00040000C1C2", "00")).isEqualTo("9000");
    }

    /** The first octets of a free file in each of three applications. */
    private static String contents(TestCard card) {
        card.send(SELECT_JPKI);
        String jpki = card.send("00B08A0002");
        card.send(SELECT_FORM_INPUT);
        String formInput = card.send("00B0840002");
        card.send(SELECT_CARD_FACE);
        String cardFace = card.send("00B0840002");
        return (jpki + formInput + cardFace).replaceAll("(....)(?=.)", "$1 ");
    }

    @ParameterizedTest
    @EnumSource
    void a_key_pair_is_made_proved_and_taken_into_use(Machine machine) throws Exception {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, 0x33);
        name(card, host, JPKI);
        RSAPublicKey key =
                Personalisation.publicKey(
                        TestCard.bytes(host.send(card, "470000", "0017", "0000")));
        assertSigned(key, host.send(card, "2A0000", "0017" + DIGEST_INFO, "0000"));
        assertThat(host.send(card, "2A0000", "001A" + DIGEST_INFO, "0000")).isEqualTo("6985");
        assertThat(host.send(card, "EE0100", "", "00")).isEqualTo("9000");
        assertThat(host.send(card, "2A0000", "0017" + DIGEST_INFO, "0000"))
                .as("no draft any more")
                .isEqualTo("6985");
        card.send(SELECT_JPKI);
        card.send("0020009804" + TestCard.PIN);
        assertSigned(key, card.send("802A009733" + DIGEST_INFO + "00"));
    }

    @ParameterizedTest
    @EnumSource
    void at_level_03_a_signature_fits_a_short_answer(Machine machine) throws Exception {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, 0x03);
        name(card, host, JPKI);
        RSAPublicKey key =
                Personalisation.publicKey(
                        TestCard.bytes(host.send(card, "470000", "001A", "0000")));
        assertSigned(key, host.send(card, "2A0000", "001A" + DIGEST_INFO, "00"));
    }

    @ParameterizedTest
    @EnumSource
    void the_issuer_ends_a_card(Machine machine) {
        for (int level : List.of(0x03, 0x13, 0x33)) {
            TestCard card = IssuerCard.inUse(machine);
            Scp03Host host = Scp03Host.open(card, level);
            assertThat(host.send(card, "F0807F", "", "")).isEqualTo("9000");
            assertThat(host.send(card, "CA0045", "", "00")).isEqualTo("6600");
            assertThat(card.send(SELECT_JPKI)).isEqualTo("6600");
        }
    }

    @Test
    void a_fault_in_the_proof_of_a_new_key_ends_the_card() {
        CardMemory memory = CardMemory.inMemory(((OwnCard) IssuerCard.inUse(Machine.OURS)).image());
        var card = new WithFaults(CardRuntime.powerOn(memory, OwnCard.APPLETS, OwnCard.HOST));
        Scp03Host host = Scp03Host.open(card, 0x33);
        name(card, host, JPKI);
        assertThat(host.send(card, "470000", "0017", "0000")).endsWith("9000");
        card.runtime().glitch();
        assertThat(host.send(card, "2A0000", "0017" + DIGEST_INFO, "0000")).isEqualTo("6600");
        assertThat(card.send(SELECT_ISD)).isEqualTo("6600");
        assertThat(Scp03Host.hex(memory.copy())).doesNotContain(Scp03Host.hex(Scp03Host.MAC));
    }

    @Test
    void an_attack_in_the_middle_of_a_transaction_ends_the_card_all_the_same() {
        CardMemory memory = CardMemory.inMemory(((OwnCard) IssuerCard.inUse(Machine.OURS)).image());
        CardRuntime card = CardRuntime.powerOn(memory, OwnCard.APPLETS, OwnCard.HOST);
        card.signal(
                TestCard.bytes("A0000001510000"),
                CardLifeCycle.PARAMETER,
                domain -> {
                    JCSystem.beginTransaction();
                    ((CardLifeCycle) domain).attackDetected();
                });
        assertThat(new WithFaults(card).send(SELECT_ISD)).isEqualTo("6600");
        assertThat(OwnCard.from(memory.copy()).send(SELECT_JPKI)).isEqualTo("6600");
    }

    private record WithFaults(CardRuntime runtime) implements TestCard {
        @Override
        public byte[] transmit(byte[] command) {
            return runtime.transmit(command);
        }

        @Override
        public void reset() {
            runtime.reset();
        }
    }

    private static void name(TestCard card, Scp03Host host, String aid) {
        assertThat(host.send(card, "E62000", IssuerCard.named(aid), "00")).isEqualTo("9000");
    }

    private static void assertSigned(RSAPublicKey key, String answer) throws Exception {
        assertThat(answer).hasSize(2 * 258).endsWith("9000");
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key);
        check.update("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(check.verify(TestCard.bytes(answer.substring(0, 512)))).isTrue();
    }
}

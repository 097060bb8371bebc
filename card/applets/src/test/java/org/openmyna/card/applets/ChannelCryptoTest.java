package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.javacard.Host;
import org.openmyna.card.nvm.CardMemory;

/** Known answers from outside: both ends of the channel compute what others have computed. */
class ChannelCryptoTest {

    private static final String KEY = "2B7E151628AED2A6ABF7158809CF4F3C";
    private static final String MESSAGE =
            "6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E51"
                    + "30C81C46A35CE411E5FBC1191A0A52EFF69F2445DF4F9B17AD2B417BE66C3710";

    /** NIST SP 800-38B, examples for AES-128 (the same in RFC 4493 4). */
    @ParameterizedTest
    @CsvSource({
        "0, BB1D6929E95937287FA37D129B756746",
        "16, 070A16B46B4D4144F79BDD9DD04A287C",
        "40, DFA66747DE9AE63030CA32611497C827",
        "64, 51F0BEBF7E3B9D92FC49741779363CFE"
    })
    void cmac_of_the_test_host_is_that_of_nist(int length, String mac) {
        byte[] message = Arrays.copyOf(TestCard.bytes(MESSAGE), length);
        assertThat(Scp03Host.hex(HostCrypto.cmac(TestCard.bytes(KEY), message))).isEqualTo(mac);
    }

    /**
     * A session of a real card with the keys of {@link Scp03Host}, as the unit tests of osmocom's
     * pySim publish it: what the card answered, and what it accepted.
     */
    private enum RealCard {
        LEVEL_11(
                0x11,
                "B13E5F938FC108C4",
                "3EB51047495B249F",
                "66C484C1D2EF1948",
                "84821100107D5F5826A993EBC89EEA24957FA0B3CE",
                "84E291000EBF3E035C015A558D036518A2829700",
                "BF3E125A1089882119900000000000000000000005971BE68992DBBDFA",
                "84F220020863A63F8959827FB2",
                "84CA006608A0C6A4A74166F7CE00",
                "84F22002124F0212345C054F9F70C52249B50272656536",
                "84F280020A4F00E91443F6DCE6B8ED00"),
        LEVEL_03(
                0x03,
                "8E1552D0513C60F3",
                "30760CD2C47C1DD3",
                "95065FE5EAD8A9D7",
                "8482030010FD4721A14D9B07003C451D2F8AE6BB21",
                "84E2910018CA9C00F6713D79BC8BAA642BDFF51C3F6A4082D3BD9AD26C00",
                "BF3E125A1089882119900000000000000000000005",
                "84F2200208C9811B11F1264CF1",
                "84CA006608E10AB60B3054798800",
                "84F22002184E2908BDB48B2315A55482E9E936CA122D6ECFAE7D17416E",
                "84F28002180DD10A6B6193E5340B9E77D32D5A179CD710AC2773AEFB2800"),
        LEVEL_33(
                0x33,
                "FDF38259A1E0DE44",
                "3B1ACA81E821F219",
                "081CDC01C26B372D",
                "84823300108C36F96BCC00724A4E13AD591D7DA3F0",
                "84E2910018267A85DFE4A98FCA6FB0527E0DFECCE4914E40401433C87F00",
                "F3BA2B1013AA6224F5E1C138D71805C569E5439B47576260B75FC021B25097CB2E68F8A0144975B9",
                "84F2200208AC6A59024BED84CC",
                "84CA006608409912AD8FB7AED000",
                "84F22002185F3DAFC3AC14C381536A488BF44E06D056DF9D74DBD21E5A",
                "84F280021865165105BE3373347D0424D4400AF2AC393F569EC779389E00");

        final int level;
        final String hostChallenge;
        final String cardChallenge;
        final String cryptogram;
        final String authenticate;
        final String store;
        final String stored;
        final String[] others;

        RealCard(
                int level,
                String hostChallenge,
                String cardChallenge,
                String cryptogram,
                String authenticate,
                String store,
                String stored,
                String... others) {
            this.level = level;
            this.hostChallenge = hostChallenge;
            this.cardChallenge = cardChallenge;
            this.cryptogram = cryptogram;
            this.authenticate = authenticate;
            this.store = store;
            this.stored = stored;
            this.others = others;
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_test_host_speaks_as_the_host_of_a_real_card(RealCard real) {
        var host = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
        host.take(
                TestCard.bytes(real.hostChallenge),
                TestCard.bytes("00".repeat(10) + "300370" + real.cardChallenge + real.cryptogram));
        assertThat(host.externalAuthenticate(real.level)).isEqualTo(real.authenticate);
        assertThat(host.wrap("E29100", "BF3E035C015A", "00")).isEqualTo(real.store);
        assertThat(host.open(TestCard.bytes(real.stored + "9000")))
                .isEqualTo("BF3E125A10898821199000000000000000000000059000");
        assertThat(host.wrap("F22002", "", "")).isEqualTo(real.others[0]);
        assertThat(host.wrap("CA0066", "", "00")).isEqualTo(real.others[1]);
        assertThat(host.wrap("F22002", "4F0212345C054F9F70C5", "")).isEqualTo(real.others[2]);
        assertThat(host.wrap("F28002", "4F00", "00")).isEqualTo(real.others[3]);
    }

    @ParameterizedTest
    @EnumSource
    void the_applet_answers_as_a_real_card_and_accepts_what_that_accepted(RealCard real) {
        byte[] challenge = TestCard.bytes(real.cardChallenge);
        CardMemory memory = CardMemory.inMemory(OwnCard.IMAGE_BYTES);
        var host = new Host(OwnCard.HOST.keys(), new Always(challenge), Optional.empty());
        CardRuntime card = CardRuntime.install(memory, OwnCard.APPLETS, host);
        assertThat(send(card, Scp03Host.putKey())).isEqualTo("9000");
        assertThat(send(card, TestCard.SET_PERSONALISED)).isEqualTo("9000");
        assertThat(send(card, "8050000008" + real.hostChallenge + "00"))
                .endsWith("010360" + real.cardChallenge + real.cryptogram + "9000");
        assertThat(send(card, real.authenticate)).isEqualTo("9000");
        // Other applications, so other commands: what proves the MAC is that the session goes on.
        assertThat(send(card, real.store)).isEqualTo(real.level == 0x11 ? "6982" : "6A86");
        assertThat(send(card, real.others[0])).isEqualTo("6D00");
        assertThat(send(card, real.others[1])).isEqualTo("6A88");
        assertThat(send(card, real.others[2])).isEqualTo("6D00");
        assertThat(send(card, real.others[3])).isEqualTo("6D00");
        assertThat(send(card, real.others[3])).as("a second time").isEqualTo("6982");
    }

    /** Check values of the three keys, from the same place. */
    @Test
    void check_values_are_those_of_others() {
        assertThat(Scp03Host.putKey()).contains("03C35280", "03013808", "03840DE5");
    }

    private static String send(CardRuntime card, String command) {
        return Scp03Host.hex(card.transmit(TestCard.bytes(command)));
    }

    /** Chance that always falls the same way. */
    private static final class Always extends SecureRandom {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // never serialised
        private final byte[] bytes;

        Always(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}

package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.Personalisation.accepted;
import static org.openmyna.card.applets.TestCard.SELECT_FORM_INPUT;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.PSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Session keys and secure messaging of the application for forms (card protocol reference 4.10).
 */
class SecureMessagingTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] SEED = HEX.parseHex("00112233445566778899AABBCCDDEEFF".repeat(2));
    private static final String VERIFY_PIN = "0020009104" + TestCard.PIN;

    /** A card in use whose session key was made; PIN verified. */
    private record Opened(TestCard card, RSAPublicKey key) {
        static Opened on(Machine machine) {
            TestCard card = machine.blank();
            accepted(card, SELECT_FORM_INPUT);
            RSAPublicKey key = Personalisation.makeKey(card, "0010");
            PersonalFiles.write(card);
            Personalisation.close(card);
            accepted(card, SELECT_FORM_INPUT, VERIFY_PIN);
            return new Opened(card, key);
        }

        SecureClient session() {
            return SecureClient.start(card, key, SEED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void my_number_and_numbers_a_and_b_travel_encrypted(Machine machine) {
        Opened opened = Opened.on(machine);
        SecureClient client = opened.session();
        assertThat(client.send("08200094", TestCard.NUMBER_A)).isEqualTo("9000");
        assertThat(client.send("0820009" + "5", TestCard.NUMBER_B)).isEqualTo("9000");
        assertThat(client.send("08A4020C", "0001")).isEqualTo("9000");
        assertThat(client.read("0000", 0x11, "00")).isEqualTo(PersonalFiles.MY_NUMBER + "9000");
        assertThat(client.read("0000", 0, "0000")).isEqualTo(PersonalFiles.MY_NUMBER + "9000");
        assertThat(client.read("0003", 12, "00")).isEqualTo(TestCard.NUMBER_A + "9000");
        assertThat(client.send("08A4020C", "0002")).isEqualTo("9000");
        assertThat(client.read("0000", 104, "00")).isEqualTo(PersonalFiles.FOUR_ITEMS + "9000");
        String whole = client.read("0000", 0, "0000");
        assertThat(whole).startsWith(PersonalFiles.FOUR_ITEMS).hasSize(2 * (1024 + 2));
        for (int length : new int[] {1, 15, 16, 17, 239, 240, 241, 479, 480, 481, 1024}) {
            assertThat(client.read("0000", length, "0000"))
                    .isEqualTo(whole.substring(0, 2 * length) + "9000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_pin_alone_lets_a_session_begin(Machine machine) {
        Opened opened = Opened.on(machine);
        TestCard card = opened.card();
        String delivery =
                SecureClient.delivery(
                        SecureClient.encrypted(SecureClient.message(SEED), opened.key()));
        accepted(card, SELECT_FORM_INPUT);
        assertThat(card.send(delivery)).isEqualTo("6982");
        assertThat(card.send("80AE0100" + "00")).isEqualTo("6A86");
        assertThat(card.send("80AE0001" + "00")).isEqualTo("6A86");
        accepted(card, "002000940C" + TestCard.NUMBER_A, "002000950E" + TestCard.NUMBER_B);
        assertThat(card.send(delivery)).isEqualTo("6982");
        assertThat(card.send("80AE0000")).isEqualTo("6982");
        accepted(card, VERIFY_PIN, delivery);
    }

    @ParameterizedTest
    @EnumSource
    void a_delivery_is_right_or_wrong_and_never_more_is_told(Machine machine) {
        Opened opened = Opened.on(machine);
        TestCard card = opened.card();
        RSAPublicKey key = opened.key();
        byte[] right = SecureClient.message(SEED);
        for (int at : new int[] {0, 1, 2, 3}) {
            byte[] wrong = right.clone();
            wrong[at] ^= 0x10;
            assertThat(deliver(card, SecureClient.encrypted(wrong, key))).isEqualTo("6A80");
        }
        assertThat(deliver(card, SecureClient.encrypted(Arrays.copyOf(right, 35), key)))
                .isEqualTo("6A80");
        assertThat(deliver(card, SecureClient.encrypted(Arrays.copyOf(right, 37), key)))
                .isEqualTo("6A80");
        assertThat(deliver(card, SecureClient.encrypted(new byte[0], key))).isEqualTo("6A80");
        byte[] label = {1};
        assertThat(deliver(card, SecureClient.oaep(right, key, new PSource.PSpecified(label))))
                .isEqualTo("6A80");
        byte[] flipped = SecureClient.encrypted(right, key);
        flipped[255] ^= 1;
        assertThat(deliver(card, flipped)).isEqualTo("6A80");
        assertThat(deliver(card, new byte[256])).isEqualTo("6A80");
        byte[] one = new byte[256];
        one[255] = 1;
        assertThat(deliver(card, one)).isEqualTo("6A80");
        BigInteger modulus = key.getModulus();
        assertThat(deliver(card, Rsa.octets(modulus.subtract(BigInteger.ONE)))).isEqualTo("6A80");
        assertThat(deliver(card, Rsa.octets(modulus))).isEqualTo("6F00");
        assertThat(deliver(card, Rsa.octets(BigInteger.TWO.pow(2048).subtract(BigInteger.ONE))))
                .isEqualTo("6F00");
        assertThat(deliver(card, new byte[255])).isEqualTo("6700");
        assertThat(deliver(card, new byte[257])).isEqualTo("6700");
        assertThat(card.send("80AE0000")).isEqualTo("6700");
        assertThat(card.send("0820009100")).isEqualTo("69FC");
        assertThat(opened.session().read("8500", 2, "00")).isEqualTo("FF409000");
    }

    private static String deliver(TestCard card, byte[] cryptogram) {
        return card.send(SecureClient.delivery(cryptogram));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_wrong_about_an_object_ends_the_session(Machine machine) {
        Opened opened = Opened.on(machine);
        String block = "00".repeat(16);
        String[][] wrong = {
            {"08200094", "8600"},
            {"08200094", "860101"},
            {"08200094", "8611" + "00" + block},
            {"08200094", "8611" + "02" + block},
            {"08200094", "8610" + "01" + block.substring(2)},
            {"08200094", "8612" + "01" + block + "00"},
            {"08200094", "8611" + "01" + block + "00"},
            {"08200094", "8612" + "01" + block},
            {"08200094", "868011" + "01" + block},
            {"08200094", "8683000011" + "01" + block},
            {"08200094", "8711" + "01" + block},
            {"08200094", "9603000011"},
            {"08200094", "8611" + "01" + block + "96030000FF"},
            {"08B08500", "8611" + "01" + block},
            {"08B08500", "960200FF"},
            {"08B08500", "9603010010"},
            {"08B08500", "960300001000"},
            {"08A4020C", "8611" + "01" + block},
            {"08A4020C", "86820111" + "01" + "00".repeat(272)},
        };
        for (String[] command : wrong) {
            SecureClient client = opened.session();
            String le = command[1].length() > 510 ? "0000" : "";
            assertThat(client.protectedCommand(command[0], command[1], le))
                    .as(String.join(" ", command))
                    .isEqualTo("6988");
            assertThat(client.read("8500", 2, "00")).isEqualTo("69FC");
            assertThat(client.send("08200091", TestCard.PIN)).isEqualTo("69FC");
        }
        assertThat(opened.card().send("00200094")).as("no try was spent").isEqualTo("63CA");
        assertThat(opened.card().send("00B0810001")).as("still verified").isEqualTo("FF9000");
    }

    @ParameterizedTest
    @EnumSource
    void both_long_forms_of_the_length_are_taken(Machine machine) {
        SecureClient client = Opened.on(machine).session();
        for (String form : new String[] {"8681", "868200"}) {
            String cryptogram =
                    HEX.formatHex(
                            client.aes(
                                    Cipher.ENCRYPT_MODE,
                                    SecureClient.padded(HEX.parseHex(TestCard.NUMBER_A))));
            assertThat(client.protectedCommand("08200094", form + "1101" + cryptogram, ""))
                    .isEqualTo("9000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_protected_command_counts_also_a_refused_one_and_no_plain_one_does(Machine machine) {
        Opened opened = Opened.on(machine);
        TestCard card = opened.card();
        SecureClient client = opened.session();
        assertThat(client.send("08200094", TestCard.NUMBER_B)).isEqualTo("63C9");
        assertThat(client.send("08200094", "31".repeat(17))).isEqualTo("6700");
        assertThat(client.send("08200092", TestCard.PIN)).isEqualTo("6984");
        assertThat(client.send("08A4020C", "0009")).isEqualTo("6A82");
        assertThat(client.send("08A40200", "0001")).isEqualTo("6A86");
        assertThat(client.read("0000", 1, "00")).isEqualTo("6981");
        accepted(card, VERIFY_PIN, "00A4020C020005");
        assertThat(card.send("00B0000002")).isEqualTo("FF409000");
        assertThat(client.read("0000", 2, "00")).isEqualTo("FF409000");
        assertThat(client.read("0100", 2, "00")).isEqualTo("6B00");
        assertThat(client.read("9100", 2, "00")).isEqualTo("6981");
        assertThat(client.read("8500", 2, "00")).isEqualTo("FF409000");
    }

    @ParameterizedTest
    @EnumSource
    void a_command_sent_twice_is_not_understood_the_second_time(Machine machine) {
        Opened opened = Opened.on(machine);
        SecureClient client = opened.session();
        String object =
                "861101"
                        + HEX.formatHex(
                                client.aes(
                                        Cipher.ENCRYPT_MODE,
                                        SecureClient.padded(HEX.parseHex(TestCard.NUMBER_A))));
        assertThat(client.protectedCommand("08200094", object, "")).isEqualTo("9000");
        // Another initial vector changes the first block only, and the number fits into one block.
        assertThat(client.protectedCommand("08200094", object, "")).isIn("6988", "63C9", "6700");
    }

    @ParameterizedTest
    @EnumSource
    void other_commands_and_classes_are_refused_and_the_session_goes_on(Machine machine) {
        Opened opened = Opened.on(machine);
        TestCard card = opened.card();
        SecureClient client = opened.session();
        assertThat(card.send("0824019104" + TestCard.PIN)).isEqualTo("6882");
        assertThat(card.send("0884000008")).isEqualTo("6882");
        assertThat(card.send("08B2010C00")).isEqualTo("6882");
        assertThat(card.send("08200094")).isEqualTo("6987");
        assertThat(card.send("08B0850000")).isEqualTo("6987");
        assertThat(card.send("0C200094")).isEqualTo("6987");
        assertThat(card.send("04200094")).isEqualTo("6882");
        assertThat(client.read("8500", 2, "00")).isEqualTo("FF409000");
        assertThat(client.read("8500", 0x100, "00")).as("no room").isEqualTo("6700");
        assertThat(client.read("8500", 2, "")).as("no room").isEqualTo("6700");
        assertThat(client.read("8500", 2, "13")).isEqualTo("FF409000");
        assertThat(client.read("8500", 2, "12")).as("no room").isEqualTo("6700");
    }

    @ParameterizedTest
    @EnumSource
    void selection_reset_and_a_new_key_end_a_session(Machine machine) {
        Opened opened = Opened.on(machine);
        TestCard card = opened.card();
        SecureClient first = opened.session();
        accepted(card, SELECT_FORM_INPUT);
        assertThat(first.read("8500", 2, "00")).isEqualTo("69FC");
        accepted(card, VERIFY_PIN);
        SecureClient second = opened.session();
        accepted(card, TestCard.SELECT_CARD_FACE, SELECT_FORM_INPUT);
        assertThat(second.read("8500", 2, "00")).isEqualTo("69FC");
        accepted(card, VERIFY_PIN);
        SecureClient third = opened.session();
        card.reset();
        accepted(card, SELECT_FORM_INPUT);
        assertThat(third.read("8500", 2, "00")).isEqualTo("69FC");
        accepted(card, VERIFY_PIN);
        SecureClient fourth = opened.session();
        assertThat(fourth.read("8500", 2, "00")).isEqualTo("FF409000");
        SecureClient fifth = opened.session();
        assertThat(fifth.read("8500", 2, "00")).as("counts from 1").isEqualTo("FF409000");
        assertThat(deliver(card, new byte[256])).isEqualTo("6A80");
        assertThat(fifth.read("8500", 2, "00")).isEqualTo("69FC");
    }

    @ParameterizedTest
    @EnumSource
    void other_applications_offer_no_session(Machine machine) {
        TestCard card = machine.personalised();
        String[][] answers = {
            {TestCard.SELECT_JPKI, "6982", "6882"},
            {TestCard.SELECT_CARD_FACE, "66F1", "6882"},
            {TestCard.SELECT_JUKI, "6982", "6882"},
            {TestCard.SELECT_COMMON, "66F1", "6882"},
        };
        for (String[] application : answers) {
            accepted(card, application[0]);
            assertThat(deliver(card, new byte[256])).isEqualTo(application[1]);
            assertThat(card.send("0820009C")).isEqualTo(application[2]);
            assertThat(card.send("0C20009C")).isEqualTo("6987");
        }
    }

    @ParameterizedTest
    @EnumSource
    void random_seeds_give_sessions_that_work(Machine machine) {
        Opened opened = Opened.on(machine);
        Random chance = new Random(410);
        for (int n = 0; n < (machine.isFast() ? 300 : 40); n++) {
            byte[] seed = new byte[32];
            chance.nextBytes(seed);
            SecureClient client = SecureClient.start(opened.card(), opened.key(), seed);
            assertThat(client.read("8500", 2, "00")).isEqualTo("FF409000");
        }
    }
}

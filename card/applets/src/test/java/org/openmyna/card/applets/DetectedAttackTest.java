package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.Personalisation.accepted;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmyna.card.applets.specimen.StandInDomain;

/**
 * One wrong bit in one private key operation: the card notices by itself, tells nothing of the
 * result, and is dead.
 */
class DetectedAttackTest {

    /** What comes before, and the command that signs. */
    private static final List<String[]> SIGNING =
            List.of(
                    new String[] {
                        TestCard.SELECT_JPKI, "0020009804" + TestCard.PIN, "802A009701AA00"
                    },
                    new String[] {TestCard.SELECT_FORM_INPUT, "802A000001AA00"},
                    new String[] {TestCard.SELECT_CARD_FACE, "802A000001AA00"},
                    new String[] {TestCard.SELECT_COMMON, "0088009901AA00"});

    @Test
    void a_wrong_signature_never_leaves_the_card_and_ends_it() {
        diesOf("802A009701AA00", TestCard.SELECT_JPKI, "0020009804" + TestCard.PIN);
        diesOf("802A059A01AA00", TestCard.SELECT_JPKI, "0020009B06" + TestCard.PASSWORD);
        diesOf("802A000001AA00", TestCard.SELECT_FORM_INPUT);
        diesOf("802A039301AA00", TestCard.SELECT_FORM_INPUT);
        diesOf("802A000001AA00", TestCard.SELECT_CARD_FACE);
        diesOf("0088009901AA00", TestCard.SELECT_COMMON);
    }

    @Test
    void a_result_that_is_not_even_below_the_modulus_ends_the_card_as_well() {
        byte[] above = new byte[256];
        Arrays.fill(above, (byte) 0xFF);
        for (String[] commands : SIGNING) {
            OwnCard card = withAllKeys();
            accepted(card, Arrays.copyOf(commands, commands.length - 1));
            card.glitch(above);
            assertThat(card.send(commands[commands.length - 1])).isEqualTo("6600");
            isDead(card);
        }
    }

    /** Somebody has changed one bit of the key in the memory. */
    @Test
    void a_damaged_private_key_ends_the_card_and_signs_nothing() {
        for (int number = 0; number < 5; number++) {
            OwnCard card = withAllKeys();
            byte[] image = card.image();
            for (int at : placesOfTheSignatureKeys(image, number)) {
                image[at + 60] ^= 4;
            }
            OwnCard damaged = OwnCard.from(image);
            accepted(damaged, TestCard.SELECT_CARD_FACE);
            assertThat(damaged.send("802A000001AA00")).as("number %d", number).isEqualTo("6600");
            isDead(damaged);
        }
    }

    /** Where P, Q, DP1, DQ1 or PQ lies, of whichever keys are on the card. */
    private static List<Integer> placesOfTheSignatureKeys(byte[] image, int number) {
        List<Integer> places = new ArrayList<>();
        String all = new String(image, StandardCharsets.ISO_8859_1);
        for (int n = 0; n < 5; n++) {
            var key = (RSAPrivateCrtKey) OwnCard.HOST.keys().take(2048).getPrivate();
            BigInteger[] parts = {
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP(),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient()
            };
            byte[] whole = Rsa.octets(parts[number]);
            String part = new String(whole, 128, 128, StandardCharsets.ISO_8859_1);
            for (int at = all.indexOf(part); at >= 0; at = all.indexOf(part, at + 1)) {
                places.add(at);
            }
        }
        assertThat(places).isNotEmpty();
        return places;
    }

    @Test
    void a_wrongly_opened_session_key_ends_the_card_too() {
        OwnCard card = withAllKeys();
        accepted(card, TestCard.SELECT_FORM_INPUT, "0020009104" + TestCard.PIN);
        RSAPublicKey key = sessionKey;
        byte[] delivery = SecureClient.encrypted(SecureClient.message(new byte[32]), key);
        card.glitch();
        assertThat(card.send(SecureClient.delivery(delivery))).isEqualTo("6600");
        isDead(card);
    }

    @Test
    void a_wrong_proof_of_a_draft_key_ends_the_card_and_erases_its_keys() {
        OwnCard card = OwnCard.blank(StandInDomain.class);
        accepted(card, TestCard.SELECT_JPKI, "0024019804" + TestCard.PIN);
        Personalisation.makeKey(card, "0017");
        accepted(card, TestCard.SELECT_ISD, "80E600000AD392F000260100000001");
        assertThat(card.send("8047000000000200170000")).endsWith("9000");
        card.glitch();
        assertThat(card.send("802A0000050017AABBCC00")).isEqualTo("6600");
        accepted(card, "80F00001", TestCard.SELECT_JPKI);
        assertThat(card.send("00200098")).isEqualTo("63C0");
        accepted(card, "00A4020C020017");
        assertThat(card.send("00470100000000")).isEqualTo("6A88");
    }

    @Test
    void without_a_fault_the_next_signature_is_right() {
        OwnCard card = withAllKeys();
        accepted(card, TestCard.SELECT_FORM_INPUT);
        for (int n = 0; n < 200; n++) {
            assertThat(card.send("802A000001%02X00".formatted(n))).hasSize(2 * 258);
        }
    }

    private RSAPublicKey sessionKey;

    private OwnCard withAllKeys() {
        OwnCard card = OwnCard.blank();
        accepted(card, TestCard.SELECT_JPKI);
        accepted(card, "0024019804" + TestCard.PIN, "0024019B06" + TestCard.PASSWORD);
        Personalisation.makeKey(card, "0017");
        Personalisation.makeKey(card, "001A");
        accepted(card, TestCard.SELECT_FORM_INPUT, "0024019104" + TestCard.PIN);
        sessionKey = Personalisation.makeKey(card, "0010");
        Personalisation.makeKey(card, "0013");
        accepted(card, TestCard.SELECT_CARD_FACE);
        Personalisation.makeKey(card, "001A");
        accepted(card, TestCard.SELECT_COMMON);
        Personalisation.makeKey(card, "0019");
        accepted(card, TestCard.SELECT_ISD, TestCard.SET_PERSONALISED);
        return card;
    }

    private void diesOf(String signing, String... before) {
        OwnCard card = withAllKeys();
        accepted(card, before);
        card.glitch();
        assertThat(card.send(signing)).as(signing).isEqualTo("6600");
        isDead(card);
    }

    private static void isDead(OwnCard card) {
        assertThat(card.send("00200098")).isEqualTo("6600");
        card.reset();
        OwnCard again = card.copy();
        for (String select :
                new String[] {
                    TestCard.SELECT_JPKI,
                    TestCard.SELECT_FORM_INPUT,
                    TestCard.SELECT_CARD_FACE,
                    TestCard.SELECT_JUKI,
                    TestCard.SELECT_COMMON
                }) {
            assertThat(again.send(select)).isEqualTo("6600");
            assertThat(again.send("00A4020C020001")).isEqualTo("6600");
        }
    }
}

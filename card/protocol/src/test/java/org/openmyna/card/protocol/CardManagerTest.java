package org.openmyna.card.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardManagerTest {
    private static final Atr CONTACT = Atr.parseHex("3BE000FF8131FE4514");

    /** Those that public sources give for the My Number Card, and the predecessor's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3BE000FF8131FE4514",
                "3BDA13FF8131FB468012392F31C173C601C03B",
                "3BC5FF8131FB458073C6010000",
                "3BF59100FF918171FE400042000100D1D6",
                "3BF59100FF918171FE4000420001B3A115",
                "3B888001000005E0B381A1007F",
                "3B888001000041E0B381A1003B",
                "3B888001004B51FF0081D100BC",
                "3B888001004B51FFB381D1000F",
                "3B888001000014E0B38191005E"
            })
    void each_known_answer_to_reset_has_a_right_check_byte(String hex) {
        byte[] octets = Atr.parseHex(hex).octets();
        for (int at = octets.length - 1 - new Atr(octets).historicalBytes().length;
                at < octets.length;
                at++) {
            byte[] changed = octets.clone();
            changed[at] ^= 0x40;
            assertThatThrownBy(() -> new Atr(changed)).isInstanceOf(CardFileMalformed.class);
        }
        for (int length = 0; length < octets.length; length++) {
            byte[] prefix = Arrays.copyOf(octets, length);
            assertThatThrownBy(() -> new Atr(prefix)).isInstanceOf(CardFileMalformed.class);
        }
        assertThatThrownBy(() -> new Atr(Arrays.copyOf(octets, octets.length + 1)))
                .isInstanceOf(CardFileMalformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3BE000FF8131FE4514=",
                "3BDA13FF8131FB468012392F31C173C601C03B=8012392f31c173c601c0",
                "3BC5FF8131FB458073C6010000=8073c60100",
                "3BF59100FF918171FE400042000100D1D6=42000100d1",
                "3B888001000005E0B381A1007F=000005e0b381a100",
                "3B0112=12"
            })
    void historical_bytes_are_found(String row) {
        String[] cells = row.split("=", -1);
        assertThat(HexFormat.of().formatHex(Atr.parseHex(cells[0]).historicalBytes()))
                .isEqualTo(cells[1]);
    }

    @Test
    void the_contact_answer_is_stored_without_its_first_byte() {
        byte[] object = HexFormat.of().parseHex("E000FF8131FE4514");
        assertThat(CardObjects.contactAtr(object)).isEqualTo(CONTACT);
        assertThat(CONTACT.contactObject()).isEqualTo(object);
        object[7] ^= 1;
        assertThatThrownBy(() -> CardObjects.contactAtr(object))
                .isInstanceOf(CardFileMalformed.class);
    }

    @Test
    void objects_are_read_with_and_without_their_tag() {
        var chance = new Random(1);
        KeyId id = Specimens.keyId(chance);
        CvCertificate certificate = Specimens.certificate(chance);
        byte[] expiry = Ascii.bytes("20350217");
        assertThat(CardObjects.keyId(CardObject.ISSUER_ID, id.octets())).isEqualTo(id);
        assertThat(CardObjects.keyId(CardObject.ISSUER_ID, wrapped(0x42, id.octets())))
                .isEqualTo(id);
        assertThat(CardObjects.cardId(Ascii.bytes("TEST0000001"))).isEqualTo("TEST0000001");
        assertThat(CardObjects.municipality(Ascii.bytes("13101"))).isEqualTo(Specimens.CHIYODA);
        assertThat(CardObjects.expiry(expiry)).isEqualTo(LocalDate.parse("2035-02-17"));
        assertThat(CardObjects.expiry(wrapped(0xF2, expiry)))
                .isEqualTo(LocalDate.parse("2035-02-17"));
        byte[] whole = certificate.encode();
        byte[] body = Arrays.copyOfRange(whole, 5, whole.length);
        for (CardObject object :
                new CardObject[] {CardObject.UPPER_CERTIFICATE, CardObject.LOWER_CERTIFICATE}) {
            assertThat(CardObjects.certificate(object, whole)).isEqualTo(certificate);
            assertThat(CardObjects.certificate(object, body)).isEqualTo(certificate);
        }
        assertThat(CardObjects.certificate(CardObject.UPPER_CERTIFICATE, wrapped(0xF8, whole)))
                .isEqualTo(certificate);
        var recognition = new CardRecognition("2.3.1", 3, 0x60);
        assertThat(CardObjects.recognition(recognition.encode())).isEqualTo(recognition);
        assertThat(HexFormat.of().formatHex(recognition.encode()))
                .isEqualTo(
                        "6631732f06072a864886fc6b01"
                                + "600c060a2a864886fc6b02020301"
                                + "630906072a864886fc6b03"
                                + "640b06092a864886fc6b040360");
    }

    @Test
    void objects_that_are_none_are_refused() {
        assertThatThrownBy(() -> CardObjects.cardId(new byte[0]))
                .isInstanceOf(CardFileMalformed.class);
        assertThatThrownBy(() -> CardObjects.cardId(new byte[] {7}))
                .isInstanceOf(CardFileMalformed.class);
        assertThatThrownBy(() -> CardObjects.expiry(Ascii.bytes("20350230")))
                .isInstanceOf(CardFileMalformed.class);
        assertThatThrownBy(() -> CardObjects.municipality(Ascii.bytes("1310")))
                .isInstanceOf(CardFileMalformed.class);
        assertThatThrownBy(() -> CardObjects.keyId(CardObject.ISSUER_ID, new byte[16]))
                .isInstanceOf(CardFileMalformed.class);
        assertThatThrownBy(() -> CardObjects.certificate(CardObject.UPPER_CERTIFICATE, new byte[9]))
                .isInstanceOf(CardFileMalformed.class);
    }

    @Test
    void any_bytes_are_an_object_or_a_named_refusal() {
        var chance = new Random(11);
        List<Function<byte[], Object>> readers =
                List.of(
                        Atr::new,
                        CardObjects::contactAtr,
                        CardObjects::cardId,
                        CardObjects::expiry,
                        CardObjects::municipality,
                        CardObjects::recognition,
                        answer -> CardObjects.keyId(CardObject.INTERMEDIATE_KEY_ID, answer),
                        answer -> CardObjects.certificate(CardObject.LOWER_CERTIFICATE, answer),
                        answer -> CardObjects.certificate(CardObject.UPPER_CERTIFICATE, answer));
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = Specimens.bytes(chance, chance.nextInt(40));
            if (noise.length > 0 && round % 2 == 0) noise[0] = 0x3B;
            try {
                assertThat(readers.get(round % readers.size()).apply(noise)).isNotNull();
            } catch (CardFileMalformed refused) {
                assertThat(refused.errorCode().code()).isEqualTo("MYNA-CRD-003");
            }
        }
    }

    @Test
    void store_data_has_the_tag_in_two_bytes() {
        assertThat(CardObject.EXPIRY.storeData(new byte[2])).containsExactly(0, 0xF2, 2, 0, 0);
        assertThat(CardObject.LOWER_CERTIFICATE.storeData(new byte[568]))
                .startsWith(0x7F, 0x21, 0x82, 0x02, 0x38)
                .hasSize(573);
        for (CardObject object : CardObject.values()) {
            assertThat(CardObject.ofTag(object.tag())).contains(object);
        }
        assertThat(CardObject.ofTag(0x9F7F)).isEmpty();
    }

    @Test
    void the_authorities_are_those_of_real_and_of_test_cards() {
        assertThat(KnownCvAuthority.values()).hasSize(6);
        for (KnownCvAuthority each : KnownCvAuthority.values()) {
            assertThat(each.publicKey().getModulus().bitLength()).isEqualTo(2048);
            assertThat(each.isProduction()).isEqualTo(each.name().startsWith("PRODUCTION"));
            assertThat(each.id().isTest()).isNotEqualTo(each.isProduction());
        }
        assertThat(KnownCvAuthority.PRODUCTION_FORM_INPUT.id())
                .isEqualTo(KeyId.of("5000033/001"))
                .isNotEqualTo(KeyId.of("5000033/001", 0x30303030));
        assertThat(KnownCvAuthority.PRODUCTION_CARD_MANAGER.id())
                .isEqualTo(KeyId.of("5000020/001", KeyId.CARD_MANAGER_PAD));
    }

    @Test
    void a_key_id_has_16_bytes_of_one_shape() {
        KeyId id = KeyId.of("6999020/001", KeyId.CARD_MANAGER_PAD);
        assertThat(HexFormat.of().formatHex(id.octets()))
                .isEqualTo("36393939303230" + "0805" + "303031" + "000000a8");
        assertThat(id).hasToString("6999020/001").isNotEqualTo(KeyId.of("6999020/001"));
        assertThat(id.name()).isEqualTo("6999020");
        assertThat(id.generation()).isEqualTo("001");
        for (int at = 0; at < 12; at++) {
            byte[] changed = id.octets();
            changed[at] ^= 0x40;
            assertThatThrownBy(() -> new KeyId(changed)).isInstanceOf(CardFileMalformed.class);
        }
        assertThatThrownBy(() -> KeyId.of("6999020-001")).isInstanceOf(CardFileMalformed.class);
        assertThatThrownBy(() -> new KeyId(new byte[15])).isInstanceOf(CardFileMalformed.class);
    }

    @Test
    void the_serial_record_has_28_digits_and_the_number_of_its_maker() {
        var record =
                new CardSerialRecord(
                        "012345678901234", Specimens.CHIYODA, LocalDate.parse("2035-02-17"));
        assertThat(record.encode())
                .hasSize(30)
                .startsWith(0x01, 0x1C)
                .endsWith(Ascii.bytes("0123456789012341310120350217"));
        assertThat(record.digits()).isEqualTo("0123456789012341310120350217");
        assertThat(record.manufacturingNumber()).isEqualTo("2345678901234");
        assertThatThrownBy(() ->
                        new CardSerialRecord("1", Specimens.CHIYODA, LocalDate.parse("2035-02-17")))
                .isInstanceOf(CardFileMalformed.class);
    }

    private static byte[] wrapped(int tag, byte[] value) {
        return new TlvWriter("test").element(tag, value).bytes();
    }
}

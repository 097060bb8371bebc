package org.openmyna.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.protocol.CardFaceBasicInformation;
import org.openmyna.card.protocol.CardSerialRecord;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.FormInputBasicInformation;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.trust.profile.JpkiCertificate;

/** Every command of jpki/myna (Rust), byte for byte, through PC/SC (card reference 7.7). */
class MynaRustTest {
    private static final String JPKI = "00A4040C 0A D392F000260100000001";
    private static final String TEXT = "00A4040C 0A D3921000310001010408";
    private static final String VISUAL = "00A4040C 0A D3921000310001010402";
    private static final String COMMON = "00A4040C 0A D3921000310001010100";
    private static final byte[] MESSAGE = "試験".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @RegisterExtension static final CardInReader READER = new CardInReader();

    private Conversation myna;

    @BeforeEach
    void connect() throws Exception {
        myna = new Conversation();
    }

    @AfterEach
    void end() throws Exception {
        myna.close();
    }

    @Test
    void jpki_cert_auth_and_the_authorities_are_read_without_a_password() throws Exception {
        open();
        assertThat(file("000A").readFromBehindTheHeader())
                .isEqualTo(specimen().userAuthentication().der());
        open();
        assertThat(file("000B").readFromBehindTheHeader())
                .isEqualTo(specimen().userAuthenticationCa().der());
        open();
        assertThat(file("0002").readFromBehindTheHeader())
                .isEqualTo(specimen().signatureCa().der());
    }

    @Test
    void jpki_cert_sign_is_read_with_the_signature_password() throws Exception {
        open();
        file("001B").verify(Country.PASSWORD);
        assertThat(file("0001").readFromBehindTheHeader()).isEqualTo(specimen().signature().der());
    }

    @Test
    void jpki_pkey_sign_with_either_key_and_cms_sign_with_any_digest() throws Exception {
        open();
        file("0018").verify(Country.PIN);
        file("0017");
        signs(specimen().userAuthentication(), DigestInfo.SHA256);
        for (DigestInfo digest : DigestInfo.values()) {
            open();
            file("001B").verify(Country.PASSWORD);
            assertThat(file("0001").readFromBehindTheHeader())
                    .isEqualTo(specimen().signature().der());
            file("001A");
            signs(specimen().signature(), digest);
        }
    }

    @Test
    void text_basic_info_is_long_enough_for_either_generation() throws Exception {
        myna.ask(TEXT, "9000");
        byte[] physical = file("0005").data("00B0000000", 256);
        byte[] read = myna.readFromBehindTheHeader();
        assertThat(physical).startsWith(read);
        assertThat(FormInputBasicInformation.decode(read).information().vendor())
                .isEqualTo(FormInputBasicInformation.decode(physical).information().vendor());
    }

    @Test
    void text_mynumber_reads_seventeen_bytes() throws Exception {
        openText();
        byte[] digits = holder().myNumber().digits().getBytes(US_ASCII);
        file("0001")
                .ask("00B0000011", "FF100C" + HexFormat.of().formatHex(digits) + "FFFF" + "9000");
    }

    @Test
    void text_attrs_reads_the_four_items() throws Exception {
        openText();
        byte[] items = file("0002").readFromBehindTheHeader();
        assertThat(FourItemsFile.decode(items)).isEqualTo(FourItemsFile.of(holder().fourItems()));
    }

    @Test
    void visual_basic_info() throws Exception {
        myna.ask(VISUAL, "9000");
        byte[] read = file("0003").readFromBehindTheHeader();
        assertThat(CardFaceBasicInformation.decode(read).encode()).startsWith(read);
    }

    @Test
    void visual_name_address_birth_sex_and_photo_are_opened_with_the_number_as_a()
            throws Exception {
        openText();
        byte[] number = file("0001").data("00B0000011", 17);
        myna.ask(VISUAL, "9000");
        file("0013").verify(new String(number, 3, 12, US_ASCII));
        FaceRecord face = FaceRecord.decode(file("0002").readFromBehindTheHeader());
        assertThat(face.photo()).isEqualTo(holder().photo().jp2());
        assertThat(face.sex().name()).isEqualTo(holder().fourItems().sex().name());
        assertThat(face.nameImage()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(face.addressImage()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void unknown_number_and_manufacture_are_28_digits_of_one_record() throws Exception {
        myna.ask(COMMON, "9000");
        byte[] record = myna.data("00B2010C00", 30);
        assertThat(record).startsWith(0x01, 0x1C);
        assertThat(new String(record, 2, 28, US_ASCII)).matches("[0-9]{28}");
        assertThat(CardSerialRecord.decode(record).expiry()).isEqualTo(holder().cardLastDay());
    }

    @Test
    void pin_status_asks_seven_references_and_each_answers_with_63() throws Exception {
        myna.ask(TEXT, "9000");
        file("0011").ask("00200080", "63C3");
        file("0014").ask("00200080", "63CA");
        file("0015").ask("00200080", "63CA");
        myna.ask(VISUAL, "9000");
        file("0013").ask("00200080", "63CA");
        file("0012").ask("00200080", "63CA");
        myna.ask(JPKI, "9000");
        file("0018").ask("00200080", "63C3");
        file("001B").ask("00200080", "63C5");
    }

    /** The references that jpki/myna does not ask. */
    @Test
    void the_empty_verify_of_the_other_references_answers_with_63_too() throws Exception {
        myna.ask(TEXT, "9000");
        file("0012").ask("00200080", "63C0");
        myna.ask(VISUAL, "9000");
        file("0011").ask("00200080", "63CA");
        for (String application : new String[] {"D3921000310001010401", "D3921000310001010100"}) {
            myna.ask("00A4040C 0A" + application, "9000");
            file("001C").ask("00200080", "63C3");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00A4040C 0A D3921000310001010408, 0011, 1234, 8765, 63C2",
        "00A4040C 0A D392F000260100000001, 0018, 1234, 8765, 63C2",
        "00A4040C 0A D392F000260100000001, 001B, ABC123, XYZ98765, 63C4"
    })
    void pin_change_card_auth_and_sign(
            String select, String reference, String old, String next, String oldIsWrong)
            throws Exception {
        change(select, reference, old, next);
        myna.ask(select, "9000");
        file(reference).ask("00200080" + lengthAndBytes(old), oldIsWrong);
        change(select, reference, next, old); // which gives all tries back
        myna.ask(select, "9000");
        file(reference).verify(old);
    }

    private void change(String select, String reference, String old, String next) throws Exception {
        myna.ask(select, "9000");
        file(reference).verify(old).ask("00240180" + lengthAndBytes(next), "9000");
    }

    private static String lengthAndBytes(String ascii) {
        return "%02X".formatted(ascii.length())
                + HexFormat.of().formatHex(ascii.getBytes(US_ASCII));
    }

    /** Label of the token: JPKIAPICCTOKEN2 and blanks. */
    private void open() throws Exception {
        myna.ask(JPKI, "9000");
        assertThat(file("0006").data("00B0000020", 32))
                .isEqualTo("%-32s".formatted("JPKIAPICCTOKEN2").getBytes(US_ASCII));
    }

    private void openText() throws Exception {
        myna.ask(TEXT, "9000");
        file("0011").verify(Country.PIN);
    }

    private Conversation file(String id) throws Exception {
        return myna.ask("00A4020C02" + id, "9000");
    }

    private void signs(JpkiCertificate certificate, DigestInfo digest) throws Exception {
        byte[] info = digest.ofMessage(MESSAGE);
        byte[] signature =
                myna.data(
                        "802A0080%02X%s00".formatted(info.length, HexFormat.of().formatHex(info)),
                        256);
        assertThat(verifies(certificate, digest + "withRSA", signature)).isTrue();
    }

    private static boolean verifies(JpkiCertificate certificate, String algorithm, byte[] signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(certificate.publicKey());
        verifier.update(MESSAGE);
        return verifier.verify(signature);
    }

    private static Specimen specimen() {
        return READER.specimen();
    }

    private static Applicant holder() {
        return specimen().issued().holder();
    }
}

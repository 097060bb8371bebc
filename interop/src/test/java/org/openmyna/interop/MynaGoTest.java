package org.openmyna.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.FormInputBasicInformation;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.IntegrityFile;

/**
 * Every command of jpki/myna (Go), byte for byte, through PC/SC (card reference 7.8). It looks at
 * the token before each command, and insists on the physical sizes of the form input files.
 */
class MynaGoTest {
    private static final String JPKI = "00A4040C 0A D392F000260100000001";
    private static final String TEXT = "00A4040C 0A D3921000310001010408";
    private static final String VISUAL = "00A4040C 0A D3921000310001010402";
    private static final String TOKEN = "%-32s".formatted("JPKIAPICCTOKEN2");

    @RegisterExtension static final CardInReader READER = new CardInReader();

    private Conversation myna;

    @BeforeEach
    void connect_and_check_the_card() throws Exception {
        myna = new Conversation();
        myna.ask(JPKI, "9000");
        file("0006");
        assertThat(new String(file("0006").data("00B0000020", 32), US_ASCII)).isEqualTo(TOKEN);
    }

    @AfterEach
    void end() throws Exception {
        myna.close();
    }

    @Test
    void jpki_cert_reads_the_header_and_then_all_from_the_start() throws Exception {
        assertThat(file("000A").readFromTheStart())
                .isEqualTo(specimen().userAuthentication().der());
        assertThat(file("000B").readFromTheStart())
                .isEqualTo(specimen().userAuthenticationCa().der());
        assertThat(file("0002").readFromTheStart()).isEqualTo(specimen().signatureCa().der());
        file("001B").verify(Country.PASSWORD);
        assertThat(file("0001").readFromTheStart()).isEqualTo(specimen().signature().der());
    }

    @Test
    void text_mynumber_is_17_bytes() throws Exception {
        openText();
        byte[] file = file("0001").data("00B0000011", 17);
        assertThat(new String(file, 3, 12, US_ASCII)).isEqualTo(holder().myNumber().digits());
    }

    @Test
    void text_attr_is_the_four_items() throws Exception {
        openText();
        assertThat(FourItemsFile.decode(file("0002").readFromTheStart()))
                .isEqualTo(FourItemsFile.of(holder().fourItems()));
    }

    @Test
    void text_signature_is_336_bytes_and_cert_568_and_the_one_is_signed_with_the_other()
            throws Exception {
        openText();
        byte[] signature = file("0003").readFromTheStart();
        assertThat(signature).hasSize(336);
        myna.ask(TEXT, "9000");
        byte[] certificate = file("0004").readFromTheStart();
        assertThat(certificate).hasSize(568);
        IntegrityFile integrity = IntegrityFile.decode(signature);
        assertThat(integrity.isSignedBy(CvCertificate.decode(certificate).publicKey())).isTrue();
        assertThat(integrity.matchesItems(FourItemsFile.of(holder().fourItems()))).isTrue();
    }

    @Test
    void text_info_answers_256_bytes_to_one_read() throws Exception {
        myna.ask(TEXT, "9000");
        byte[] information = file("0005").data("00B0000000", 256);
        assertThat(FormInputBasicInformation.decode(information).encode()).startsWith(0xFF, 0x40);
    }

    @Test
    void visual_photo_is_opened_with_the_number_as_a() throws Exception {
        openText();
        byte[] number = file("0001").data("00B0000011", 17);
        myna.ask(VISUAL, "9000");
        file("0013").verify(new String(number, 3, 12, US_ASCII));
        assertThat(FaceRecord.decode(file("0002").readFromTheStart()).photo())
                .isEqualTo(holder().photo().jp2());
    }

    @Test
    void pin_status_asks_in_its_own_order() throws Exception {
        myna.ask(JPKI, "9000");
        file("0018").ask("00200080", "63C3");
        file("001B").ask("00200080", "63C5");
        assertThat(new String(file("0006").data("00B0000020", 32), US_ASCII)).isEqualTo(TOKEN);
        myna.ask(VISUAL, "9000");
        file("0013").ask("00200080", "63CA");
        file("0012").ask("00200080", "63CA");
        myna.ask(TEXT, "9000");
        file("0011").ask("00200080", "63C3");
        file("0014").ask("00200080", "63CA");
        file("0015").ask("00200080", "63CA");
    }

    private void openText() throws Exception {
        myna.ask(TEXT, "9000");
        file("0011").verify(Country.PIN);
    }

    private Conversation file(String id) throws Exception {
        return myna.ask("00A4020C02" + id, "9000");
    }

    private static Specimen specimen() {
        return READER.specimen();
    }

    private static Applicant holder() {
        return specimen().issued().holder();
    }
}

package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.MYNA;
import static org.openmyna.interop.OutsideProgram.OPENSSL;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.PcscReaders;
import org.openmyna.trust.profile.RevocationReason;

/**
 * jpki/myna itself, its Go generation, uses the card. Nobody packages it, so these tests are left
 * out where no {@code myna} is on the PATH; {@link MynaGoTest} sends its bytes everywhere. It wants
 * the reader for itself, so the build runs this class in a JVM of its own: a card that was pulled
 * while the JDK used it stays in use.
 */
@EnabledIf("org.openmyna.interop.OutsideProgram#mynaIsHere")
class MynaProgramTest {
    @RegisterExtension final CardInReader reader = new CardInReader();
    @TempDir Path directory;

    @Test
    void test_finds_the_card() {
        MYNA.run("test").succeeds().says("STATE_PRESENT", "3B E0 00 FF 81 31 FE 45 14");
    }

    @Test
    void text_shows_number_four_items_signature_certificate_and_information() {
        MYNA.run("text", "mynumber", "-p", Country.PIN)
                .succeeds()
                .says(holder().myNumber().digits());
        MYNA.run("text", "attr", "-p", Country.PIN)
                .succeeds()
                .saysInOrder("試験　一郎", "兵庫県姫路市安田四丁目９９９９番地", "19850307", "男性");
        MYNA.run("text", "attr", "-p", Country.PIN, "-f", "json")
                .succeeds()
                .says("\"name\": \"試験　一郎\"", "\"birth\": \"19850307\"");
        MYNA.run("text", "signature", "-p", Country.PIN)
                .succeeds()
                .saysInOrder("MyNumHash: ", "AttrsHash: ", "Signature: ");
        MYNA.run("text", "cert").succeeds().says("cert:");
        MYNA.run("text", "info").succeeds().saysInOrder("KeyID: 3639393930333408", "ExtAPDU: 3");
    }

    @Test
    void visual_photo_is_the_photo_of_the_register() {
        Path photo = directory.resolve("photo.jp2");
        MYNA.run("visual", "photo", "-p", Country.PIN, "-o", photo).succeeds();
        assertThat(photo).hasBinaryContent(holder().photo().jp2());
    }

    @Test
    void jpki_cert_shows_all_four_certificates() {
        MYNA.run("jpki", "cert", "auth").succeeds().says("SerialNumber: ", "O=JPKI-TEST");
        MYNA.run("jpki", "cert", "authca").succeeds().says("JPKI for user authentication");
        MYNA.run("jpki", "cert", "signca").succeeds().says("JPKI for digital signature");
        MYNA.run("jpki", "cert", "sign", "-p", Country.PASSWORD)
                .succeeds()
                .says(
                        "CN=" + reader.specimen().signature().commonName(),
                        "試験　一郎",
                        "319850307",
                        "兵庫県姫路市安田四丁目９９９９番地");
    }

    @Test
    void jpki_cert_gives_pem_and_an_ssh_key() throws Exception {
        Run pem = MYNA.run("jpki", "cert", "auth", "-f", "pem").succeeds();
        assertThat(Pem.certificatesIn(pem.output()))
                .containsExactly(reader.specimen().userAuthentication().der());
        MYNA.run("jpki", "cert", "auth", "-f", "ssh").succeeds().says("ssh-rsa ");
        Run sign = MYNA.run("jpki", "cert", "sign", "-p", Country.PASSWORD, "-f", "pem").succeeds();
        assertThat(Pem.certificatesIn(sign.output()))
                .containsExactly(reader.specimen().signature().der());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha512"})
    void jpki_cms_sign_is_verified_by_openssl_and_by_myna(String digest) throws Exception {
        Path paper = Files.writeString(directory.resolve("paper"), "転居届 TEST\n");
        Path signed = directory.resolve("paper.p7s");
        MYNA.run(
                        "jpki",
                        "cms",
                        "sign",
                        "-p",
                        Country.PASSWORD,
                        "-m",
                        digest,
                        "-i",
                        paper,
                        "-o",
                        signed)
                .succeeds();
        MYNA.run("jpki", "cms", "verify", signed).succeeds().says("Verification successful");
        OPENSSL.run(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        signed,
                        "-attime",
                        Country.NOW.getEpochSecond(),
                        "-CAfile",
                        Files.writeString(
                                directory.resolve("ca.pem"),
                                Pem.certificate(reader.specimen().signatureCa().der())),
                        "-out",
                        directory.resolve("out"))
                .succeeds()
                .says("Verification successful");
        assertThat(directory.resolve("out")).hasSameBinaryContentAs(paper);
    }

    @Test
    void pin_status_counts_and_a_wrong_pin_costs_one() {
        MYNA.run("text", "mynumber", "-p", "9999").fails().says("のこり2回");
        Run status = MYNA.run("pin", "status").succeeds();
        status.says(
                "券面事項PIN(A):\tのこり10回",
                "券面事項PIN(B):\tのこり10回",
                "入力補助PIN:\tのこり 2回",
                "入力補助PIN(A):\tのこり10回",
                "入力補助PIN(B):\tのこり10回",
                "JPKI認証用PIN:\tのこり 3回",
                "JPKI署名用PIN:\tのこり 5回");
    }

    @Test
    void pin_change_changes_each_of_the_three() {
        MYNA.run("pin", "change", "card", "--pin", "1234", "--newpin", "8765").succeeds();
        MYNA.run("text", "mynumber", "-p", "8765").succeeds().says(holder().myNumber().digits());
        MYNA.run("pin", "change", "auth", "--pin", "1234", "--newpin", "8765").succeeds();
        MYNA.run("pin", "change", "auth", "--pin", "8765", "--newpin", "1234").succeeds();
        MYNA.run("pin", "change", "sign", "--pin", "ABC123", "--newpin", "XYZ98765").succeeds();
        MYNA.run("jpki", "cert", "sign", "-p", "XYZ98765").succeeds().says("試験　一郎");
        MYNA.run("pin", "status").succeeds().says("JPKI認証用PIN:\tのこり 3回");
    }

    @Test
    void a_terminated_card_is_no_card_for_it() {
        try (CardChannel channel = PcscReaders.connect(ReaderSlot.FIRST.readerName())) {
            reader.country()
                    .desk()
                    .terminate(
                            channel,
                            reader.specimen().issued(),
                            RevocationReason.CESSATION_OF_OPERATION);
        }
        MYNA.run("text", "mynumber", "-p", Country.PIN).fails().says("個人番号カードではありません");
    }

    private Applicant holder() {
        return reader.specimen().issued().holder();
    }
}

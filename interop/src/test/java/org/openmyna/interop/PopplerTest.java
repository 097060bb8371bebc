package org.openmyna.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.PDFFONTS;
import static org.openmyna.interop.OutsideProgram.PDFSIG;
import static org.openmyna.interop.OutsideProgram.PDFTOPPM;
import static org.openmyna.interop.OutsideProgram.PDFTOTEXT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.issuer.face.BirthDateStyle;
import org.openmyna.card.issuer.face.CardFacePrint;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.PcscReaders;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.documents.CardSigner;
import org.openmyna.trust.documents.PdfDetails;
import org.openmyna.trust.documents.PdfSignatures;
import org.openmyna.trust.verifier.ContentDigest;

/** Poppler shows the specimen of the card's face, and accepts what the card signed. */
class PopplerTest {
    @RegisterExtension static final CardInReader READER = new CardInReader();

    @TempDir Path directory;

    @Test
    void every_font_of_the_specimen_is_embedded() throws Exception {
        Run fonts = PDFFONTS.run(specimen()).succeeds();
        assertThat(fonts.output().lines().skip(2))
                .as(fonts.toString())
                .isNotEmpty()
                .allMatch(line -> line.matches("[A-Z]{6}\\+.* yes yes yes +[0-9]+ +0 *"));
        assertThat(fonts.errors()).isEmpty();
    }

    @Test
    void both_sides_can_be_read_and_say_test() throws Exception {
        for (String side : new String[] {"1", "2"}) {
            PDFTOTEXT
                    .run("-f", side, "-l", side, "-layout", specimen(), "-")
                    .succeeds()
                    .says("個人番号カード（試験用）", "TEST 試験用", "試験用 － 無効", "TEST － NOT VALID")
                    .saysInOrder("試験", "一郎");
        }
        PDFTOTEXT
                .run("-raw", specimen(), "-")
                .succeeds()
                .says("兵庫県姫路市安田四丁目９９９９番地", "昭和60年3月7日生", "姫路市長（試験）", "9944 7161 5639");
    }

    @Test
    void both_sides_are_drawn_without_a_complaint() throws Exception {
        Path root = directory.resolve("side");
        Run drawn = PDFTOPPM.run("-gray", "-r", "150", specimen(), root).succeeds();
        assertThat(drawn.errors()).isEmpty();
        for (String side : new String[] {"side-1.pgm", "side-2.pgm"}) {
            byte[] picture = Files.readAllBytes(directory.resolve(side));
            assertThat(new String(picture, 0, 15, US_ASCII)).isEqualTo("P5\n506 319\n255\n");
            assertThat(IntStream.range(15, picture.length).filter(at -> picture[at] > 0).count())
                    .as("dark points of %s", side)
                    .isGreaterThan(picture.length / 50);
        }
        assertThat(directory.resolve("side-3.pgm")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void a_pdf_signed_by_the_card_in_the_reader_is_valid(ContentDigest digest) throws Exception {
        Path signed = Files.write(directory.resolve("signed.pdf"), sign(digest));
        Run seen = PDFSIG.run("-nocert", signed).succeeds();
        seen.says(
                "Signature #1",
                "Signature is Valid.",
                "Total document signed",
                "adbe.pkcs7.detached",
                READER.specimen().signature().commonName(),
                "Signing Hash Algorithm: " + digest.algorithm());
        assertThat(seen.output()).doesNotContain("Signature #2");
    }

    @Test
    void a_changed_byte_of_the_signed_pdf_is_noticed() throws Exception {
        byte[] pdf = sign(ContentDigest.SHA_256);
        int producer = new String(pdf, ISO_8859_1).indexOf("OpenMyna");
        pdf[producer + 7] ^= 2;
        Path changed = Files.write(directory.resolve("changed.pdf"), pdf);
        PDFSIG.run("-nocert", changed).says("Digest Mismatch").doesNotSay("Signature is Valid");
    }

    private byte[] sign(ContentDigest digest) throws IOException {
        try (CardChannel channel = PcscReaders.connect(ReaderSlot.FIRST.readerName());
                Pin password = Pin.signaturePassword(Country.PASSWORD.toCharArray())) {
            JpkiClient jpki = JpkiClient.select(channel);
            assertThat(jpki.verify(JpkiKey.SIGNATURE, password, LastTry.KEEP))
                    .isInstanceOf(PinCheck.Accepted.class);
            return PdfSignatures.sign(
                    face(),
                    new PdfDetails(Optional.of("転居届 TEST"), Optional.of("姫路市")),
                    digest,
                    new OnCard(jpki),
                    Country.NOW);
        }
    }

    private Path specimen() throws IOException {
        return Files.write(directory.resolve("card.pdf"), face());
    }

    private static byte[] face() {
        return CardFacePrint.of(READER.specimen().issued().face("姫路市", BirthDateStyle.ERA)).pdf();
    }

    private record OnCard(JpkiClient jpki) implements CardSigner {
        @Override
        public byte[] certificate() {
            return jpki.certificate(JpkiKey.SIGNATURE);
        }

        @Override
        public byte[] sign(byte[] digestInfo) {
            return jpki.sign(JpkiKey.SIGNATURE, digestInfo);
        }
    }
}

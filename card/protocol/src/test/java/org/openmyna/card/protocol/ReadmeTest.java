package org.openmyna.card.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;

/** What the README shows is what runs here, line by line. */
class ReadmeTest {
    @Test
    void the_example_runs() {
        var ichiro =
                new FourItemsFile(
                        new PersonName("試験　一郎"),
                        new Address("東京都千代田区試験町１－１"),
                        new CardDate(1985, 3, 7),
                        CardSex.MALE);
        var number = new MyNumberFile(new MyNumber("123456789018"));
        byte[] items = ichiro.encode();
        byte[] digests = IntegrityFile.signed(number, ichiro, Specimens.SIGNER).encode();
        byte[] certificate =
                CvCertificate.signed(
                                Specimens.AUTHORITY,
                                Specimens.SUBJECT,
                                Specimens.ISSUER_KEY,
                                Specimens.SIGNER)
                        .encode();
        Function<KeyId, RSAPublicKey> authorities = id -> Specimens.ISSUER_KEY;

        // README
        FourItemsFile person = FourItemsFile.decode(items); // or CardFileMalformed: file and why
        IntegrityFile integrity = IntegrityFile.decode(digests);
        CvCertificate issuer = CvCertificate.decode(certificate);
        RSAPublicKey authority = authorities.apply(issuer.issuer()); // see KnownCvAuthority
        boolean data = integrity.matchesItems(person) && integrity.isSignedBy(issuer.publicKey());
        boolean written = issuer.isSignedBy(authority) && data; // the chip must still prove its key
        String who = person.name().text() + ", " + person.birthDate().exact().orElseThrow();
        CommandApdu select = CommandApdu.parseHex("00 A4 04 0C 0A D3921000310001010408");
        Optional<CardFile> which = CardFile.of(CardApplication.FORM_INPUT, 0x0003);
        // README

        assertThat(written).isTrue();
        assertThat(who).isEqualTo("試験　一郎, 1985-03-07");
        assertThat(select.data()).isEqualTo(CardApplication.FORM_INPUT.aid());
        assertThat(which).contains(FormInputFile.INTEGRITY);
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        Path source = Path.of("src/test/java/org/openmyna/card/protocol/ReadmeTest.java");
        String readme = Files.readString(Path.of("README.md"));
        String shown = Files.readString(source).split(" // README\n", -1)[1];
        assertThat(shown.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(readme).contains(line));
    }
}

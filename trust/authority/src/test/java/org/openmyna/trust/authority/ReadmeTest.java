package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationReason;

/** What the README shows is what runs here, line by line. */
final class ReadmeTest {
    @Test
    void the_example_runs() {
        try (var sandbox = new Sandbox()) {
            var database = sandbox.database;
            Path folder = sandbox.folder;
            InstantSource legalTime = sandbox.clock();
            SecureRandom random = Sandbox.RANDOM;
            var request = Sandbox.request();
            var office = Sandbox.himeji();
            var birthDate = Sandbox.ichiro().birthDate();
            var cardLastDay = Sandbox.CARD_LAST_DAY;
            // README
            AuthoritySettings settings = AuthoritySettings.sandbox();
            try (var authorities =
                    Authorities.open(database, folder, settings, legalTime, random)) {
                CertificationAuthority ca = authorities.established(CaKind.USER_AUTHENTICATION);
                var id = new RequestId("card-1-user");
                ca.reserve(Reservation.onCard(id, new HolderId("person-1"), office));
                JpkiCertificate certificate =
                        ca.certify(
                                id,
                                UserAuthenticationCertificateApplication.first(
                                        request, office, birthDate, cardLastDay));
                ca.written(id); // the chip holds it
                ca.activate(id); // it was delivered: good from here on
                ca.hold(certificate.serial());
                RevocationList list = ca.crl(certificate.distributionPoint().orElseThrow());
                // README
                assertThat(list.find(certificate.serial()).orElseThrow().reason())
                        .isEqualTo(RevocationReason.CERTIFICATE_HOLD);
            }
        }
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        Path source = Path.of("src/test/java/org/openmyna/trust/authority/ReadmeTest.java");
        String readme = tight(Files.readString(Path.of("README.md")));
        String shown = Files.readString(source).split(" // README\n")[1];
        assertThat(shown).isNotBlank();
        assertThat(readme).contains(tight(shown));
    }

    /** Line breaks are the formatter's affair. */
    private static String tight(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void each_reason_of_this_package_has_a_code_of_its_own_and_two_sentences() {
        assertThat(Arrays.stream(AuthorityError.values()).map(AuthorityError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-AUT-[0-9]{3}"));
        assertThat(AuthorityError.values())
                .allSatisfy(error -> assertThat(error.japanese()).isNotEqualTo(error.english()));
    }
}

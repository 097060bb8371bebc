package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationReason;

/** What the README shows is what runs here, line by line. */
final class ReadmeTest {
    @TempDir Path home;

    @Test
    void the_example_runs() {
        Path directory = home.resolve("ca");
        InstantSource legalTime = new Sandbox().clock();
        SecureRandom random = Sandbox.RANDOM;
        var request = Sandbox.request();
        var office = Sandbox.himeji();
        var birthDate = Sandbox.ichiro().birthDate();
        var cardLastDay = Sandbox.CARD_LAST_DAY;
        // README
        AuthoritySettings settings = AuthoritySettings.sandbox();
        try (CertificationAuthority ca =
                CertificationAuthority.establish(
                        directory, CaKind.USER_AUTHENTICATION, settings, legalTime, random)) {
            JpkiCertificate certificate =
                    ca.issue(
                            UserAuthenticationCertificateApplication.first(
                                            request, office, birthDate, cardLastDay)
                                    .heldBy(new HolderId("resident-1")));
            ca.revoke(certificate.serial(), RevocationReason.CERTIFICATE_HOLD);
            RevocationList list = ca.crl(certificate.distributionPoint().orElseThrow());
            // README
            assertThat(list.find(certificate.serial())).isPresent();
        }
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        Path source = Path.of("src/test/java/org/openmyna/trust/authority/ReadmeTest.java");
        String readme = Files.readString(Path.of("README.md"));
        String shown = Files.readString(source).split(" // README\n")[1];
        assertThat(shown.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(readme).contains(line));
    }

    @Test
    void each_reason_of_this_room_has_a_code_of_its_own_and_two_sentences() {
        assertThat(Arrays.stream(AuthorityError.values()).map(AuthorityError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-AUT-[0-9]{3}"));
        assertThat(AuthorityError.values())
                .allSatisfy(error -> assertThat(error.japanese()).isNotEqualTo(error.english()));
    }
}

package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what runs here, line by line. */
final class ReadmeTest {
    @Test
    void the_example_runs_and_says_what_the_readme_says() {
        byte[] fileFromTheCard = Sham.signature(Hierarchy.TEST, Sham.ichiro()).der();
        byte[] listOfToday =
                Sham.profile(Hierarchy.TEST)
                        .revocationList(
                                Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST),
                                BigInteger.ONE,
                                Instant.parse("2026-11-23T15:00:00Z"),
                                Instant.parse("2026-11-25T15:00:00Z"),
                                List.of())
                        .der();
        byte[] pinned = Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST).certificate().der();
        // README
        JpkiCertificate certificate = JpkiCertificate.parse(fileFromTheCard);
        CaCertificate ca = CaCertificate.parse(pinned);
        RevocationList list = RevocationList.parse(listOfToday);
        boolean issuedHere = certificate.isIssuedBy(ca);
        boolean alive = list.isIssuedBy(ca) && list.covers(certificate);
        boolean revoked = list.find(certificate.serial()).isPresent();
        String name = certificate.fourItems().orElseThrow().name();
        List<String> notAsTheProfileSays = certificate.departures();
        // README
        assertThat(issuedHere && alive && !revoked).isTrue();
        assertThat(name).isEqualTo("高見　一郎");
        assertThat(notAsTheProfileSays).isEmpty();
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        Path source = Path.of("src/test/java/org/openmyna/trust/profile/ReadmeTest.java");
        String readme = Files.readString(Path.of("README.md"));
        String shown = Files.readString(source).split(" // README\n")[1];
        assertThat(shown.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(readme).contains(line));
    }
}

package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.house.Organisation;
import org.openmyna.trust.profile.CaKind;

/** What the README shows is what runs here, line by line. */
class ReadmeTest {
    @Test
    void the_example_runs() {
        Path data = TestCountry.newFolder();
        String url = TemporaryDatabase.freshUrl();
        // README
        ServerSettings settings =
                ServerSettings.in(data).withPort(0).withTlsPort(0).withDatabase(url);
        try (RunningServer server = OpenMynaServer.start(settings)) {
            URI address = server.address();
            Desks<CertificateService> desks = server.desks(CertificateService.class);
            CertificateService cards = desks.desk(Organisation.CARDS);
            Call call = new Call("certificates-of-today", Instant.now().plusSeconds(5));
            int certificates = cards.caCertificates(call, CaKind.SIGNATURE).size();
            // README
            assertThat(address.getPort()).isPositive();
            assertThat(certificates).isEqualTo(1);
        }
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        Path source = Path.of("src/test/java/org/openmyna/server/ReadmeTest.java");
        String readme = Files.readString(Path.of("README.md"));
        String shown = Files.readString(source).split(" // README\n", -1)[1];
        assertThat(shown.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(readme).contains(line));
    }
}

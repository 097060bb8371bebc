package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmyna.database.Database;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

class OcspMachineTest {
    private static final String SECRET = "responder.secret";

    @Test
    void a_machine_that_can_only_read_the_database_answers_ocsp_and_follows() throws Exception {
        TestCountry country = TestCountry.shared();
        JpkiCertificate certificate = country.issued();
        Path ca = country.pem("ca-of-reader.pem", country.authority().certificate().der());
        Path pem = country.pem("reader.pem", certificate.der());
        // the authority has made a responder for the generation
        OpenSsl.run("ocsp", "-issuer", ca, "-cert", pem, "-url", country.at("/ocsp"));
        Path folder = TestCountry.newFolder();
        Files.createDirectories(folder.resolve("authority"));
        Files.copy(
                country.folder.resolve("authority").resolve(SECRET),
                folder.resolve("authority").resolve(SECRET),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        try (Database database = Database.at(country.databaseUrl);
                RunningServer reader =
                        OpenMynaServer.start(
                                ServerSettings.in(folder)
                                        .withPort(0)
                                        .withRoles(Set.of(ServerRole.OCSP))
                                        .withDatabase(database.readerUrl("authority")))) {
            String url = reader.address() + "/ocsp";
            assertThat(ask(ca, pem, url)).contains("Response verify OK", ": good");
            country.authority().revoke(certificate.serial(), RevocationReason.KEY_COMPROMISE);
            country.server.authorities().log().catchUp();
            reader.authorities().follower().follow();
            assertThat(ask(ca, pem, url)).contains("Response verify OK", ": revoked");
            assertThat(status(reader, "/log/head")).isEqualTo(200);
            assertThat(status(reader, "/actuator/health")).isEqualTo(200);
            assertThat(status(reader, "/crl/index.json")).isEqualTo(404);
            assertThat(status(reader, "/internal/authority/v1")).isEqualTo(401);
        }
    }

    private static String ask(Path ca, Path pem, String url) {
        return OpenSsl.run(
                "ocsp", "-issuer", ca, "-cert", pem, "-CAfile", ca, "-url", url, "-no_nonce");
    }

    private static int status(RunningServer server, String path) {
        return TestCountry.send(
                        java.net.http.HttpRequest.newBuilder(
                                        java.net.URI.create(server.address() + path))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}

package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerRole;
import org.openmyna.server.ServerSettings;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspCertStatus;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;

/** PostgreSQL gets signal 9 under load, again and again, and nobody helps it up. */
class KilledDatabaseTest {
    private static final int KILLS = 3 * Integer.getInteger("openmyna.test.length", 1);
    private static final int CERTIFICATES_BETWEEN = 40;

    @TempDir Path folder;

    @Test
    void nothing_acknowledged_is_lost_and_the_server_comes_back_by_itself() throws Exception {
        var postgres = new PostgresFolder(folder.resolve("database"));
        try (RunningServer server =
                        OpenMynaServer.start(
                                ServerSettings.in(folder)
                                        .withPort(0)
                                        .withRoles(ServerRole.AUTHORITY_ALONE));
                HttpClient http = HttpClient.newHttpClient()) {
            var counters = new Counters(server.authorities());
            try (counters) {
                for (int kill = 0; kill < KILLS; kill++) {
                    counters.awaitAcknowledged(CERTIFICATES_BETWEEN);
                    postgres.kill();
                }
                counters.awaitAcknowledged(CERTIFICATES_BETWEEN);
            }
            counters.everythingToldIsTrue();
            assertThat(counters.codesSoFar().keySet())
                    .as("whoever asked meanwhile was told in a code")
                    .allMatch(code -> code.startsWith("MYNA-"));

            for (CaKind kind : CaKind.values()) {
                assertThat(statusOf(server, http, kind, counters.oneGood(kind)))
                        .isInstanceOf(OcspCertStatus.Good.class);
            }
            URI health = server.address().resolve("/actuator/health");
            assertThat(send(http, HttpRequest.newBuilder(health).build()))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        }
    }

    private static Object statusOf(
            RunningServer server, HttpClient http, CaKind kind, CertificateSerial serial)
            throws Exception {
        Generation generation = server.authorities().generations().of(kind).getLast();
        server.authorities().follower().follow();
        byte[] question =
                OcspRequest.of(
                                List.of(
                                        CertId.of(
                                                HashAlgorithm.SHA_1,
                                                generation.certificate(),
                                                serial)))
                        .der();
        HttpResponse<byte[]> answer =
                send(
                        http,
                        HttpRequest.newBuilder(server.address().resolve("/ocsp"))
                                .header("Content-Type", "application/ocsp-request")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                                .build());
        var read = (BasicOcspResponse) OcspResponse.parse(answer.body());
        return read.answers().getFirst().status();
    }

    private static HttpResponse<byte[]> send(HttpClient http, HttpRequest request)
            throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}

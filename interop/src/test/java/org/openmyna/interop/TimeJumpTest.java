package org.openmyna.interop;

import static org.openmyna.interop.OutsideProgram.OPENSSL;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerRole;
import org.openmyna.server.ServerSettings;
import org.openmyna.trust.authority.CeremonyNotes;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** Legal time jumps ten years while the server runs, and OpenSSL believes it as before. */
class TimeJumpTest {
    private static final String ANY_TIME = "999999999";
    private static final String THEN = "2026-04-01T03:00:00Z";

    /** The CA of THEN ends with this day in Japan. */
    private static final String LAST_DAY = "2036-03-31T03:00:00Z";

    private static final String DAY_AFTER = "2036-04-01T03:00:00Z";

    @TempDir Path folder;

    private final LegalClock clock = new LegalClock(THEN);
    private RunningServer server;

    @BeforeEach
    void start() {
        OPENSSL.mustBeHere();
        server =
                OpenMynaServer.start(
                        ServerSettings.in(folder.resolve("data"))
                                .withPort(0)
                                .withRoles(ServerRole.AUTHORITY_ALONE)
                                .withDatabase(TemporaryDatabase.freshUrl())
                                .withLegalTime(clock));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private CertificationAuthority ca() {
        return server.authorities().authority(CaKind.SIGNATURE);
    }

    @Test
    void answers_and_lists_are_believed_after_a_jump_of_ten_years() throws Exception {
        JpkiCertificate good = ShamPeople.active(ca(), Country.office("28201"));
        JpkiCertificate gone = ShamPeople.active(ca(), Country.office("28201"));
        ca().revoke(gone.serial(), RevocationReason.KEY_COMPROMISE);
        Generation first = ca().generations().getFirst();
        ask(first, good).says("Response verify OK", ": good");

        clock.itIs(LAST_DAY);
        ask(first, good).says("Response verify OK", ": good").doesNotSay("WARNING");
        ask(first, gone)
                .says(
                        "Response verify OK",
                        ": revoked",
                        "Reason: keyCompromise",
                        "Revocation Time: Apr  1 03:00:00 2026 GMT");
        list(first).says("verify OK", "Last Update: Mar 31 03:00:00 2036 GMT");

        clock.itIs(DAY_AFTER);
        ask(first, good).doesNotSay("Response verify OK").says("Responder Error");
        ca().rollOver(KeyAlgorithm.RSA_2048, SerialMode.SEQUENTIAL, CeremonyNotes.unattended());
        Generation second = ca().generations().getLast();
        JpkiCertificate fresh = ShamPeople.active(ca(), Country.office("28201"));
        ask(second, fresh).says("Response verify OK", ": good").doesNotSay("WARNING");
        list(second).says("verify OK", "Last Update: Apr  1 03:00:00 2036 GMT");
    }

    /** At this moment of legal time, over HTTP. */
    private Run ask(Generation generation, JpkiCertificate certificate) throws IOException {
        // so that the index has heard of it, as it does by itself a moment later
        server.authorities().log().catchUp();
        server.authorities().follower().follow();
        Path ca = pem("ca.pem", generation);
        return OPENSSL.run(
                "ocsp",
                "-url",
                "http://127.0.0.1:" + server.address().getPort() + "/ocsp",
                "-issuer",
                ca,
                "-serial",
                "0x" + certificate.serial(),
                "-CAfile",
                ca,
                "-attime",
                clock.instant().getEpochSecond(),
                "-validity_period",
                ANY_TIME);
    }

    private Run list(Generation generation) throws Exception {
        server.authorities().lists().publishAll();
        URI address =
                server.address().resolve("/crl/signature-" + generation.number() + "-full.crl");
        byte[] list;
        try (HttpClient http = HttpClient.newHttpClient()) {
            list =
                    http.send(
                                    HttpRequest.newBuilder(address).build(),
                                    HttpResponse.BodyHandlers.ofByteArray())
                            .body();
        }
        return OPENSSL.run(
                        "crl",
                        "-noout",
                        "-text",
                        "-CAfile",
                        pem("ca.pem", generation),
                        "-in",
                        Files.writeString(folder.resolve("list.pem"), Pem.revocationList(list)))
                .succeeds();
    }

    private Path pem(String name, Generation generation) throws IOException {
        return Files.writeString(
                folder.resolve(name), Pem.certificate(generation.certificate().der()));
    }
}

package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmyna.server.house.HouseCa;
import org.openmyna.server.house.MachineIdentity;
import org.openmyna.server.house.Organisation;
import org.openmyna.trust.authority.ocsp.OcspAccess;
import org.openmyna.trust.authority.ocsp.VerifierKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspRequest;

class TlsTest {
    private static final byte[] UNAUTHORIZED = {0x30, 0x03, 0x0A, 0x01, 0x06};
    private static @Nullable TestCountry country;

    @BeforeAll
    static void start() {
        country = TestCountry.with(settings -> settings.withTlsPort(0).with(OcspAccess.REGISTERED));
    }

    @AfterAll
    static void end() {
        country().close();
    }

    private static TestCountry country() {
        TestCountry there = country;
        if (there == null) throw new IllegalStateException("not started");
        return there;
    }

    private static HouseCa house() {
        return country().server.house().orElseThrow();
    }

    private static URI tls(String path) {
        return URI.create(country().server.tlsAddress().orElseThrow() + path);
    }

    private static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** A verifier's own identity: its certificate is from a CA that is none of ours. */
    private static MachineIdentity stranger() {
        HouseCa own = HouseCa.in(TestCountry.newFolder(), new SecureRandom(), Instant::now);
        return own.machine(Organisation.PLATFORM);
    }

    /** Shows the stranger's certificate, and believes this server. */
    private static SSLContext showing(MachineIdentity stranger) {
        return stranger.forCallsTo(house().certificate());
    }

    private static byte[] sha256(X509Certificate certificate) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    private static byte[] ask(HttpClient client) {
        byte[] question =
                OcspRequest.of(
                                List.of(
                                        CertId.of(
                                                HashAlgorithm.SHA_256,
                                                country().authority().certificate(),
                                                country().issued().serial())))
                        .der();
        return TestCountry.send(
                        client,
                        HttpRequest.newBuilder(tls("/ocsp"))
                                .header("Content-Type", "application/ocsp-request")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    @Test
    void a_registered_verifier_is_answered_until_it_is_suspended() {
        MachineIdentity stranger = stranger();
        HttpClient client = client(showing(stranger));
        assertThat(ask(client)).as("not registered").isEqualTo(UNAUTHORIZED);
        var register = country().server.authorities().verifiers();
        String id = "verifier-" + UUID.randomUUID();
        register.register(
                id,
                VerifierKind.USER_AUTHENTICATION_VERIFIER,
                "試験銀行 TEST Bank",
                sha256(stranger.certificate()));
        assertThat(ask(client)).as("registered").hasSizeGreaterThan(500);
        register.suspend(id);
        assertThat(ask(client)).as("suspended").isEqualTo(UNAUTHORIZED);
        register.resume(id);
        assertThat(ask(client)).as("resumed").hasSizeGreaterThan(500);
    }

    @Test
    void who_shows_no_certificate_is_let_in_and_told_nothing() {
        assertThat(ask(client(MachineIdentity.believing(house().certificate()))))
                .isEqualTo(UNAUTHORIZED);
        assertThat(country().post("/ocsp", "application/ocsp-request", new byte[] {1}).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_house_has_nothing_to_do_with_jpki() {
        assertThat(house().certificate().getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(house().certificate().getSubjectX500Principal().getName())
                .contains("TEST", "house CA");
        HttpClient unbelieving = HttpClient.newHttpClient();
        assertThatThrownBy(() ->
                        TestCountry.send(
                                unbelieving,
                                HttpRequest.newBuilder(tls("/cps")).build(),
                                HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void the_server_certificate_stays_over_a_restart_and_is_for_all_its_names() throws Exception {
        Path folder = TestCountry.newFolder();
        HouseCa first = HouseCa.in(folder, new SecureRandom(), Instant::now);
        HouseCa second = HouseCa.in(folder, new SecureRandom(), Instant::now);
        assertThat(second.certificate()).isEqualTo(first.certificate());
        assertThat(second.organisationOf(first.machine(Organisation.CARDS).certificate()))
                .hasValue(Organisation.CARDS);
        assertThat(java.nio.file.Files.getPosixFilePermissions(folder.resolve("house-ca.p12")))
                .containsExactlyInAnyOrder(
                        java.nio.file.attribute.PosixFilePermission.OWNER_READ,
                        java.nio.file.attribute.PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void a_machine_certificate_ends() {
        Path folder = TestCountry.newFolder();
        HouseCa now = HouseCa.in(folder, new SecureRandom(), Instant::now);
        X509Certificate machine = now.machine(Organisation.CARDS).certificate();
        HouseCa later =
                HouseCa.in(
                        folder,
                        new SecureRandom(),
                        () -> machine.getNotAfter().toInstant().plusSeconds(1));
        assertThat(later.organisationOf(machine)).isEmpty();
    }

    private static int status(HttpClient client, URI address) {
        return TestCountry.send(
                        client,
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void internal_calls_need_a_machine_of_the_house_and_the_tls_port() {
        String path = "/internal/authority/v1/SIGNATURE/ca-certificates";
        HttpClient plain = HttpClient.newHttpClient();
        for (String each :
                List.of(
                        path,
                        "/internal;x=y/authority/v1/SIGNATURE/ca-certificates",
                        "/internal/",
                        "/internal/none",
                        "/x/../internal/authority/v1/SIGNATURE/ca-certificates")) {
            assertThat(status(plain, country().at(each))).as(each).isEqualTo(401);
        }
        HttpClient nobody = client(MachineIdentity.believing(house().certificate()));
        assertThat(status(nobody, tls(path))).as("no certificate").isEqualTo(401);
        assertThat(status(client(showing(stranger())), tls(path)))
                .as("the same name, from another house")
                .isEqualTo(401);
        HttpClient cards = client(house().machine(Organisation.CARDS).forCalls());
        assertThat(status(cards, tls(path))).as("no call headers").isEqualTo(400);
        assertThat(status(cards, tls("/internal;x=y/authority/v1/SIGNATURE/ca-certificates")))
                .isIn(400, 404);
    }
}

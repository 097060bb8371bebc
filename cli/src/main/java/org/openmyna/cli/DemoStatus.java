package org.openmyna.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerRole;
import org.openmyna.server.ServerSettings;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.authority.log.LogCheck;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.checker.Checker;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.RevocationReason;

/** The chapter in which everybody asks the authority about the certificates: over real HTTP. */
final class DemoStatus {
    private static final CertificateSerial NEVER_ISSUED = CertificateSerial.of(0x7777);

    private final Evidence evidence;
    private final Story story;
    private final Country country;
    private final HttpClient http = HttpClient.newHttpClient();

    DemoStatus(Evidence evidence, Story story, Country country) {
        this.evidence = evidence;
        this.story = story;
        this.country = country;
    }

    void tell() {
        thrownAway();
        try (RunningServer server =
                OpenMynaServer.start(
                        ServerSettings.in(country.directory())
                                .withPort(0)
                                .withRoles(ServerRole.AUTHORITY_ALONE))) {
            ocsp(server);
            lists(server);
            log(server);
        }
    }

    /**
     * What happened in 2016 to thousands of chips: the card dies between signature and delivery.
     */
    private void thrownAway() {
        CertificationAuthority login = country.authority(CaKind.USER_AUTHENTICATION);
        Applicant person = ResidentOptions.specimen(country.legalTime());
        var request = new RequestId("demo-interrupted");
        JpkiCertificate certificate =
                login.issue(
                        Reservation.onCard(request, new HolderId("demo-somebody"), person.office()),
                        UserAuthenticationCertificateApplication.first(
                                request(),
                                person.office(),
                                person.fourItems().birthDate(),
                                person.cardLastDay()));
        CertificateStatus before = login.statusOf(certificate.serial());
        login.discard(request);
        boolean holds =
                before instanceof CertificateStatus.Unknown
                        && login.statusOf(certificate.serial())
                                instanceof
                                CertificateStatus.Revoked(var when, RevocationReason reason)
                        && reason == RevocationReason.UNSPECIFIED
                        && !when.isBefore(certificate.notBefore());
        story.proved(holds, "demo.proof.thrown-away");
    }

    private static CertificationRequest request() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return CertificationRequest.make(
                    (RSAPublicKey) pair.getPublic(), ContentSignature.with(pair.getPrivate()));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private void ocsp(RunningServer server) {
        story.outsideNow(
                "demo.proof.ocsp.post",
                DemoStatus::tellsAllThree,
                ocsp("-url", server.address() + "/ocsp", "-respout", "status.ocsp"));
        story.outside(
                "demo.proof.ocsp.kept",
                DemoStatus::tellsAllThree,
                ocsp("-no_nonce", "-respin", "status.ocsp"));
        byte[] request =
                OcspRequest.of(
                                List.of(
                                        CertId.of(
                                                HashAlgorithm.SHA_1,
                                                country.authority(CaKind.USER_AUTHENTICATION)
                                                        .certificate(),
                                                NEVER_ISSUED)))
                        .der();
        String path =
                URLEncoder.encode(
                        Base64.getEncoder().encodeToString(request), StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = get(server.address() + "/ocsp/" + path, "");
        evidence.keep("unknown.ocsp", answer.body());
        story.outside(
                "demo.proof.ocsp.get",
                output -> output.contains("unknown") && output.contains("Response verify OK"),
                List.of(
                        "openssl",
                        "ocsp",
                        "-issuer",
                        "auth-ca.pem",
                        "-serial",
                        "0x7777",
                        "-respin",
                        "unknown.ocsp",
                        "-CAfile",
                        "auth-ca.pem"));
    }

    private static List<String> ocsp(String... how) {
        var command =
                new ArrayList<>(
                        List.of(
                                "openssl",
                                "ocsp",
                                "-issuer",
                                "sign-ca.pem",
                                "-cert",
                                "sign.pem",
                                "-cert",
                                "sign-after-move.pem",
                                "-serial",
                                "0x7777",
                                "-CAfile",
                                "sign-ca.pem"));
        command.addAll(List.of(how));
        return command;
    }

    private static boolean tellsAllThree(String output) {
        return output.contains("sign.pem: revoked")
                && output.contains("affiliationChanged")
                && output.contains("sign-after-move.pem: good")
                && output.contains("0x7777: unknown")
                && output.contains("Response verify OK");
    }

    private void lists(RunningServer server) {
        var _ = server.authorities().lists().publishAll();
        String address = server.address() + "/crl/signature-1-full.crl";
        HttpResponse<byte[]> list = get(address, "");
        evidence.keep("signature-1-full.crl", list.body());
        String etag = list.headers().firstValue("ETag").orElse("");
        boolean unchanged = !etag.isEmpty() && get(address, etag).statusCode() == 304;
        story.proved(list.statusCode() == 200 && unchanged, "demo.proof.crl.http");
        story.outside(
                "demo.proof.crl.full",
                output -> output.contains("verify OK") && output.contains("Affiliation Changed"),
                List.of(
                        "openssl",
                        "crl",
                        "-inform",
                        "DER",
                        "-in",
                        "signature-1-full.crl",
                        "-CAfile",
                        "sign-ca.pem",
                        "-text",
                        "-noout"));
    }

    private void log(RunningServer server) {
        LogCheck check = server.authorities().log().verify();
        long entries = check instanceof LogCheck.Sound(long position, _, _) ? position : 0;
        story.proved(check instanceof LogCheck.Sound, "demo.proof.log", entries);
        Path folder = OutputFile.folder(evidence.directory().resolve("status"));
        new CheckFolder(folder).fill(server.authorities(), 20);
        var said = new ByteArrayOutputStream();
        int code =
                new Checker(new PrintStream(said, true, StandardCharsets.UTF_8))
                        .run(folder.toString());
        story.proved(
                code == 0,
                "demo.proof.checker",
                said.toString(StandardCharsets.UTF_8).lines().count());
    }

    private HttpResponse<byte[]> get(String address, String etag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!etag.isEmpty()) request.header("If-None-Match", etag);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

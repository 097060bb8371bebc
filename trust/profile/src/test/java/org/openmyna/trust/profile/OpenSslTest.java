package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a program that nobody here wrote reads what we build. */
final class OpenSslTest {
    @TempDir Path home;

    @BeforeEach
    void openssl() {
        OpenSsl.mustBeThere();
    }

    private String text(String command, byte[] der) throws IOException, InterruptedException {
        Path file = Files.write(home.resolve("it.der"), der);
        var answer =
                OpenSsl.run(
                        command,
                        "-inform",
                        "DER",
                        "-in",
                        file.toString(),
                        "-noout",
                        "-text",
                        "-nameopt",
                        "oneline,utf8,show_type,-esc_msb");
        assertThat(answer.exitCode()).as(answer.output()).isZero();
        return answer.output();
    }

    @Test
    void openssl_reads_a_login_certificate() throws IOException, InterruptedException {
        String text = text("x509", Sham.userAuthentication(Hierarchy.TEST).der());
        assertThat(text)
                .contains("Version: 3 (0x2)", "sha256WithRSAEncryption")
                .contains("C = PRINTABLESTRING:JP, O = UTF8STRING:JPKI-TEST")
                .contains("Not Before: Nov 23 01:30:15 2026 GMT")
                .contains("Not After : Jun  7 14:59:59 2031 GMT")
                .contains("CN = UTF8STRING:012345E6789ABC14104003A")
                .contains("TLS Web Client Authentication")
                .contains("X509v3 Certificate Policies: critical")
                .contains("CPS: http://authority.localhost:8080/cps")
                .contains("OCSP - URI:http://ocsp.authority.localhost:8080/")
                .contains("Yokohama-shi-Naka-ku CRLDP")
                .doesNotContain("Basic Constraints", "Subject Alternative Name");
    }

    @Test
    void openssl_reads_the_four_items_of_a_signature_certificate()
            throws IOException, InterruptedException {
        String text = text("x509", Sham.signature(Hierarchy.TEST, Sham.ichiro()).der());
        assertThat(text)
                .contains("Digital Signature, Non Repudiation")
                .contains("L = UTF8STRING:Hyogo-ken, L = UTF8STRING:Himeji-shi")
                .contains("othername: 1.2.392.200149.8.5.5.4::319850607")
                .doesNotContain("OCSP", "Extended Key Usage");
    }

    @Test
    void openssl_reads_both_ca_certificates() throws IOException, InterruptedException {
        for (CaKind kind : CaKind.values()) {
            String text = text("x509", Sham.ca(kind, Hierarchy.TEST).certificate().der());
            assertThat(text)
                    .contains("OU = UTF8STRING:" + kind.unit())
                    .contains("CA:TRUE")
                    .contains("Certificate Sign, CRL Sign")
                    .doesNotContain("Authority Key Identifier", "Policies", "Information Access");
        }
    }

    @Test
    void openssl_reads_a_revocation_list() throws IOException, InterruptedException {
        var list =
                Sham.profile(Hierarchy.TEST)
                        .revocationList(
                                Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST),
                                BigInteger.valueOf(7),
                                Sham.ISSUED,
                                Sham.ISSUED.plusSeconds(172_800),
                                List.of(
                                        new RevocationList.Revoked(
                                                CertificateSerial.of(0x4711),
                                                Sham.ISSUED,
                                                RevocationReason.CERTIFICATE_HOLD)));
        assertThat(text("crl", list.der()))
                .contains("Version 2 (0x1)", "Serial Number: 4711", "Certificate Hold")
                .contains("X509v3 Issuing Distribution Point: critical")
                .contains("Only User Certificates");
    }

    @Test
    void openssl_accepts_our_request_and_we_accept_openssls() throws Exception {
        byte[] ours =
                CertificationRequest.make(
                                Sham.publicKey(Sham.holderKey()),
                                ContentSignature.with(Sham.holderKey().getPrivate()))
                        .der();
        Path file = Files.write(home.resolve("ours.der"), ours);
        var verified =
                OpenSsl.run("req", "-inform", "DER", "-in", file.toString(), "-verify", "-noout");
        assertThat(verified.output()).contains("OK");

        Path theirs = home.resolve("theirs.der");
        var made =
                OpenSsl.run(
                        "req",
                        "-new",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-keyout",
                        home.resolve("theirs.key").toString(),
                        "-subj",
                        "/CN=whoever",
                        "-addext",
                        "subjectAltName=DNS:whoever.example",
                        "-outform",
                        "DER",
                        "-out",
                        theirs.toString());
        assertThat(made.exitCode()).as(made.output()).isZero();
        var read = CertificationRequest.parse(Files.readAllBytes(theirs));
        assertThat(read.provesPossession()).isTrue();
    }
}

package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** A program nobody here wrote follows the path and finds the revoked. */
final class OpenSslTest {
    private static final String A_MINUTE_LATER =
            Long.toString(Sandbox.START.plusSeconds(60).getEpochSecond());

    @TempDir Path home;

    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void all_is_closed() {
        sandbox.close();
    }

    @BeforeEach
    void openssl() {
        OpenSsl.mustBeThere();
    }

    private Path pem(String name, String label, byte[] der) throws IOException {
        String base64 =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        String text =
                "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
        return Files.writeString(home.resolve(name), text);
    }

    private OpenSsl.Answer verify(JpkiCertificate certificate, String... options)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "-attime", A_MINUTE_LATER, "-x509_strict"));
        arguments.addAll(List.of(options));
        arguments.add(pem("holder.pem", "CERTIFICATE", certificate.der()).toString());
        return OpenSsl.run(arguments.toArray(String[]::new));
    }

    private OpenSsl.Answer verifyUnderPolicy(
            JpkiCertificate certificate, String root, String policy)
            throws IOException, InterruptedException {
        return verify(
                certificate,
                "-CAfile",
                root,
                "-policy",
                policy,
                "-policy_check",
                "-explicit_policy");
    }

    @Test
    void openssl_follows_the_path_and_the_critical_policy_and_finds_the_revoked_one()
            throws IOException, InterruptedException {
        var ca = sandbox.open().established(CaKind.USER_AUTHENTICATION);
        String root = pem("ca.pem", "CERTIFICATE", ca.certificate().der()).toString();
        var living = ca.issueActive(Sandbox.somebody(), Sandbox.login());
        var gone = ca.issueActive(Sandbox.somebody(), Sandbox.login());
        ca.revoke(gone.serial(), RevocationReason.CESSATION_OF_OPERATION);

        assertThat(verify(living, "-CAfile", root, "-purpose", "sslclient").exitCode()).isZero();
        assertThat(verifyUnderPolicy(living, root, "2.999.1.2.392.200149.8.5.1.0.30").exitCode())
                .isZero();
        var otherPolicy = verifyUnderPolicy(living, root, "1.2.392.200149.8.5.1.3.30");
        assertThat(otherPolicy.exitCode()).isNotZero();
        assertThat(otherPolicy.output()).contains("no explicit policy");

        for (var list : List.of(ca.crl(), ca.crl(gone.distributionPoint().orElseThrow()))) {
            String crl = pem("crl.pem", "X509 CRL", list.der()).toString();
            var good = verify(living, "-crl_check", "-CRLfile", crl, "-CAfile", root);
            assertThat(good.exitCode()).as(good.output()).isZero();
            var bad = verify(gone, "-crl_check", "-CRLfile", crl, "-CAfile", root);
            assertThat(bad.exitCode()).isNotZero();
            assertThat(bad.output()).contains("certificate revoked");
            var text = OpenSsl.run("crl", "-in", crl, "-noout", "-CAfile", root, "-text");
            assertThat(text.output())
                    .contains("verify OK", "Cessation Of Operation", "Only User Certificates");
        }
    }

    @Test
    void the_list_of_another_municipality_does_not_serve() throws Exception {
        var ca = sandbox.open().established(CaKind.SIGNATURE);
        String root = pem("ca.pem", "CERTIFICATE", ca.certificate().der()).toString();
        var himeji = ca.issueActive(Sandbox.somebody(), Sandbox.signature());
        var naha =
                Sandbox.naha()
                        .distributionPoint(
                                CaKind.SIGNATURE, org.openmyna.trust.profile.Hierarchy.TEST);
        String crl = pem("crl.pem", "X509 CRL", ca.crl(naha).der()).toString();
        var refused = verify(himeji, "-crl_check", "-CRLfile", crl, "-CAfile", root);
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output()).contains("scope");
    }

    @Test
    void openssl_opens_the_key_store_with_the_password_beside_it() throws Exception {
        var ca = sandbox.open().established(CaKind.SIGNATURE);
        Path vault = sandbox.folder.resolve("keys");
        String key = ca.generations().getFirst().keyName();
        var answer =
                OpenSsl.run(
                        "pkcs12",
                        "-in",
                        vault.resolve(key + ".p12").toString(),
                        "-passin",
                        "file:" + vault.resolve("vault.password"),
                        "-nokeys");
        assertThat(answer.exitCode()).as(answer.output()).isZero();
        assertThat(answer.output()).contains("BEGIN CERTIFICATE");
    }
}

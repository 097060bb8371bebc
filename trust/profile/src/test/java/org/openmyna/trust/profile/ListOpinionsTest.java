package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.RevocationList.Revoked;

/** How programs that nobody here wrote read a list of the streaming writer: entry by entry. */
final class ListOpinionsTest {
    private static final int ENTRIES = 2_000;

    @TempDir Path home;

    private final JpkiProfile.Issuer issuer = ShamLists.issuer();
    private final List<Revoked> entries = ShamLists.entries(ENTRIES, 20, new Random(2_026));
    private Path file = Path.of("");

    @BeforeEach
    void written() {
        file = home.resolve("list.crl");
        ShamLists.write(file, issuer, ShamLists.head(Optional.of(ShamLists.himeji())), entries);
    }

    @Test
    void the_jdk_reads_the_same_entries() throws Exception {
        X509CRL crl;
        try (InputStream in = Files.newInputStream(file)) {
            crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        }
        crl.verify(issuer.certificate().publicKey());
        assertThat(crl.getRevokedCertificates()).hasSize(ENTRIES);
        for (Revoked one : entries) {
            X509CRLEntry entry = crl.getRevokedCertificate(one.serial().value());
            assertThat(entry.getRevocationDate().toInstant()).isEqualTo(one.when());
            if (one.reason() == RevocationReason.UNSPECIFIED) {
                assertThat(entry.hasExtensions()).isFalse();
            } else {
                assertThat(entry.getRevocationReason().name()).isEqualTo(one.reason().name());
            }
        }
    }

    @Test
    void bouncycastle_reads_the_same_entries_in_the_same_order() throws Exception {
        X509CRLHolder crl = new X509CRLHolder(Files.readAllBytes(file));
        assertThat(
                        crl.isSignatureValid(
                                new JcaContentVerifierProviderBuilder()
                                        .build(issuer.certificate().publicKey())))
                .isTrue();
        int next = 0;
        for (Object each : crl.getRevokedCertificates()) {
            X509CRLEntryHolder entry = (X509CRLEntryHolder) each;
            Revoked one = entries.get(next++);
            assertThat(entry.getSerialNumber()).isEqualTo(one.serial().value());
            assertThat(entry.getRevocationDate().toInstant()).isEqualTo(one.when());
            assertThat(reasonOf(entry)).isEqualTo(one.reason().code());
        }
        assertThat(next).isEqualTo(ENTRIES);
    }

    private static int reasonOf(X509CRLEntryHolder entry) {
        Extension reason = entry.getExtension(Extension.reasonCode);
        return reason == null
                ? 0
                : ASN1Enumerated.getInstance(reason.getParsedValue()).intValueExact();
    }

    @Test
    void openssl_verifies_it_and_prints_the_same_serials() throws Exception {
        OpenSsl.mustBeThere();
        Path ca =
                Files.writeString(
                        home.resolve("ca.pem"),
                        "-----BEGIN CERTIFICATE-----\n"
                                + Base64.getMimeEncoder().encodeToString(issuer.certificate().der())
                                + "\n-----END CERTIFICATE-----\n");
        var answer =
                OpenSsl.run(
                        "crl",
                        "-in",
                        file.toString(),
                        "-inform",
                        "DER",
                        "-noout",
                        "-text",
                        "-CAfile",
                        ca.toString());
        assertThat(answer.exitCode()).as(answer.output()).isZero();
        assertThat(answer.output())
                .contains("verify OK", "Himeji-shi CRLDP", "Only User Certificates");
        List<BigInteger> printed =
                answer.output()
                        .lines()
                        .map(line -> line.strip().toUpperCase(Locale.ROOT))
                        .filter(line -> line.startsWith("SERIAL NUMBER: "))
                        .map(line -> new BigInteger(line.substring(15), 16))
                        .toList();
        assertThat(printed).isEqualTo(entries.stream().map(e -> e.serial().value()).toList());
    }
}

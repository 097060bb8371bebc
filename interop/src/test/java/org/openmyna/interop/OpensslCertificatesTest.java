package org.openmyna.interop;

import static org.openmyna.interop.OutsideProgram.OPENSSL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** OpenSSL accepts, refuses and prints what the two authorities issue, at their legal time. */
class OpensslCertificatesTest {
    private static final String SIGNATURE_TEST_POLICY = "1.2.392.200149.8.5.1.0.20";

    /** Ours, in the arc of examples: no test policy of the login certificate is known. */
    private static final String LOGIN_TEST_POLICY = "2.999.1.2.392.200149.8.5.1.0.30";

    @RegisterExtension final CardOnTheTable table = new CardOnTheTable();
    @TempDir Path directory;

    @Test
    void both_certificates_chain_to_their_own_authority_and_not_to_the_other() throws Exception {
        Specimen card = table.specimen();
        verify(signatureCa(), card.signature(), Country.NOW).succeeds().says(": OK");
        verify(userCa(), card.userAuthentication(), Country.NOW).succeeds().says(": OK");
        verify(userCa(), card.signature(), Country.NOW)
                .fails()
                .says("unable to get local issuer certificate");
    }

    @Test
    void the_login_certificate_is_for_tls_clients_and_the_signature_certificate_for_any_use()
            throws Exception {
        Specimen card = table.specimen();
        verify(userCa(), card.userAuthentication(), Country.NOW, "-purpose", "sslclient")
                .succeeds();
        verify(userCa(), card.userAuthentication(), Country.NOW, "-purpose", "sslserver").fails();
        verify(signatureCa(), card.signature(), Country.NOW, "-purpose", "any").succeeds();
    }

    @Test
    void the_test_policies_are_found_where_they_are_demanded() throws Exception {
        Specimen card = table.specimen();
        String[] demand = {"-policy_check", "-explicit_policy", "-policy", ""};
        demand[3] = SIGNATURE_TEST_POLICY;
        verify(signatureCa(), card.signature(), Country.NOW, demand).succeeds();
        verify(userCa(), card.userAuthentication(), Country.NOW, demand).fails();
        demand[3] = LOGIN_TEST_POLICY;
        verify(userCa(), card.userAuthentication(), Country.NOW, demand).succeeds();
    }

    @Test
    void a_certificate_ends_with_a_birthday_in_japan() throws Exception {
        JpkiCertificate certificate = table.specimen().userAuthentication();
        // OpenSSL ends a certificate with its last second, RFC 5280 4.1.2.5 after it
        Instant lastSecond = Instant.parse("2031-03-07T14:59:59Z");
        verify(userCa(), certificate, lastSecond.minusSeconds(1)).succeeds();
        verify(userCa(), certificate, lastSecond.plusSeconds(1))
                .fails()
                .says("certificate has expired");
        verify(userCa(), certificate, Country.NOW.minusSeconds(1))
                .fails()
                .says("certificate is not yet valid");
    }

    @Test
    void a_revoked_certificate_is_refused_by_its_list_and_its_neighbour_is_not() throws Exception {
        Specimen card = table.specimen();
        JpkiCertificate neighbour = anotherCard();
        signatureCa().revoke(card.signature().serial(), RevocationReason.AFFILIATION_CHANGED);

        verifyWithList(signatureCa(), card.signature(), Country.NOW)
                .fails()
                .says("certificate revoked");
        verifyWithList(signatureCa(), neighbour, Country.NOW).succeeds().says(": OK");
        verifyWithList(userCa(), card.userAuthentication(), Country.NOW).succeeds().says(": OK");
    }

    @Test
    void a_list_of_one_distribution_point_serves_the_certificates_that_name_it() throws Exception {
        JpkiCertificate certificate = table.specimen().signature();
        var point = certificate.distributionPoint().orElseThrow();
        Path list = write("list.pem", Pem.revocationList(signatureCa().crl(point).der()));
        verify(signatureCa(), certificate, Country.NOW, "-crl_check", "-CRLfile", list.toString())
                .succeeds();
        signatureCa().revoke(certificate.serial(), RevocationReason.KEY_COMPROMISE);
        list = write("list.pem", Pem.revocationList(signatureCa().crl(point).der()));
        verify(signatureCa(), certificate, Country.NOW, "-crl_check", "-CRLfile", list.toString())
                .fails()
                .says("certificate revoked");
    }

    @Test
    void a_stale_list_and_no_list_are_not_good_enough() throws Exception {
        JpkiCertificate certificate = table.specimen().signature();
        verifyWithList(signatureCa(), certificate, Country.NOW.plus(Duration.ofDays(3)))
                .fails()
                .says("CRL has expired");
        verify(signatureCa(), certificate, Country.NOW, "-crl_check")
                .fails()
                .says("unable to get certificate CRL");
    }

    @Test
    void the_signature_certificate_prints_the_fields_of_its_profile() throws Exception {
        Path file = write("sign.pem", Pem.certificate(table.specimen().signature().der()));
        OPENSSL.run("x509", "-in", file, "-noout", "-text", "-nameopt", "utf8,sep_comma_plus")
                .succeeds()
                .saysInOrder(
                        "Version: 3 (0x2)",
                        "Signature Algorithm: sha256WithRSAEncryption",
                        "C=JP,O=JPKI-TEST,OU=JPKI for digital signature,"
                                + "OU=Japan Agency for Local Authority Information Systems",
                        "Not After : Mar  7 14:59:59 2031 GMT",
                        "Subject: C=JP,L=Hyogo-ken,L=Himeji-shi,CN=",
                        "Public-Key: (2048 bit)",
                        "Exponent: 65537 (0x10001)",
                        "X509v3 Key Usage: critical",
                        "Digital Signature, Non Repudiation",
                        "X509v3 Subject Alternative Name:",
                        "othername: 1.2.392.200149.8.5.5.1::試験　一郎",
                        "othername: 1.2.392.200149.8.5.5.4::319850307",
                        "othername: 1.2.392.200149.8.5.5.3::1",
                        "othername: 1.2.392.200149.8.5.5.5::兵庫県姫路市安田四丁目９９９９番地",
                        "othername: 1.2.392.200149.8.5.5.2::00000",
                        "othername: 1.2.392.200149.8.5.5.6::00000000000000000",
                        "X509v3 Certificate Policies: critical",
                        "Policy: " + SIGNATURE_TEST_POLICY,
                        "CPS: http://authority.localhost",
                        "X509v3 Issuer Alternative Name:",
                        "X509v3 CRL Distribution Points:",
                        "CN = Himeji-shi CRLDP",
                        "X509v3 Authority Key Identifier:",
                        "X509v3 Subject Key Identifier:")
                .doesNotSay("Authority Information Access")
                .doesNotSay("jpki.go.jp");
    }

    @Test
    void the_login_certificate_prints_its_profile_and_nothing_about_the_person() throws Exception {
        Path file = write("auth.pem", Pem.certificate(table.specimen().userAuthentication().der()));
        OPENSSL.run("x509", "-in", file, "-noout", "-text", "-nameopt", "utf8,sep_comma_plus")
                .succeeds()
                .saysInOrder(
                        "C=JP,O=JPKI-TEST,OU=JPKI for user authentication,"
                                + "OU=Japan Agency for Local Authority Information Systems",
                        "Subject: C=JP,CN=",
                        "X509v3 Key Usage: critical",
                        "Digital Signature",
                        "X509v3 Extended Key Usage:",
                        "TLS Web Client Authentication",
                        "X509v3 Certificate Policies: critical",
                        "Policy: " + LOGIN_TEST_POLICY,
                        "X509v3 CRL Distribution Points:",
                        "Authority Information Access:",
                        "OCSP - URI:http://ocsp.authority.localhost",
                        "X509v3 Authority Key Identifier:",
                        "X509v3 Subject Key Identifier:")
                .doesNotSay("Non Repudiation")
                .doesNotSay("Subject Alternative Name")
                .doesNotSay("一郎")
                .doesNotSay("jpki.go.jp");
    }

    @Test
    void a_revocation_list_verifies_and_prints_serial_date_and_reason() throws Exception {
        JpkiCertificate certificate = table.specimen().signature();
        signatureCa().revoke(certificate.serial(), RevocationReason.AFFILIATION_CHANGED);
        Path list = write("list.pem", Pem.revocationList(signatureCa().crl().der()));
        Path ca = write("ca.pem", Pem.certificate(signatureCa().certificate().der()));
        OPENSSL.run("crl", "-in", list, "-noout", "-text", "-CAfile", ca)
                .succeeds()
                .says("verify OK")
                .saysInOrder(
                        "Version 2 (0x1)",
                        "Signature Algorithm: sha256WithRSAEncryption",
                        "JPKI for digital signature",
                        "Last Update: Apr  1 03:00:00 2026 GMT",
                        "Next Update: Apr  3 03:00:00 2026 GMT",
                        "X509v3 Authority Key Identifier",
                        "X509v3 CRL Number")
                .saysInOrder(
                        "Serial Number: " + serialAsPrinted(certificate),
                        "Revocation Date: Apr  1 03:00:00 2026 GMT",
                        "X509v3 CRL Reason Code:",
                        "Affiliation Changed");
    }

    @Test
    void strict_rfc_5280_checks_find_nothing_wrong_with_the_chains() throws Exception {
        Specimen card = table.specimen();
        verify(signatureCa(), card.signature(), Country.NOW, "-x509_strict").succeeds();
        verify(userCa(), card.userAuthentication(), Country.NOW, "-x509_strict").succeeds();
    }

    /** The signature certificate of somebody else from the same counter. */
    private JpkiCertificate anotherCard() {
        try (Specimen another = table.country().neighboursCard()) {
            return another.signature();
        }
    }

    private CertificationAuthority signatureCa() {
        return table.country().signatureCa();
    }

    private CertificationAuthority userCa() {
        return table.country().userAuthenticationCa();
    }

    private Run verifyWithList(CertificationAuthority ca, JpkiCertificate certificate, Instant when)
            throws IOException {
        Path list = write("list.pem", Pem.revocationList(ca.crl().der()));
        return verify(ca, certificate, when, "-crl_check", "-CRLfile", list.toString());
    }

    private Run verify(
            CertificationAuthority ca, JpkiCertificate certificate, Instant when, String... more)
            throws IOException {
        List<Object> arguments = new ArrayList<>();
        arguments.add("verify");
        arguments.add("-CAfile");
        arguments.add(write("ca.pem", Pem.certificate(ca.certificate().der())));
        arguments.add("-attime");
        arguments.add(when.getEpochSecond());
        arguments.addAll(List.of(more));
        arguments.add(write("certificate.pem", Pem.certificate(certificate.der())));
        return OPENSSL.run(arguments.toArray());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String serialAsPrinted(JpkiCertificate certificate) {
        String hex = certificate.serial().value().toString(16).toUpperCase(java.util.Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }
}

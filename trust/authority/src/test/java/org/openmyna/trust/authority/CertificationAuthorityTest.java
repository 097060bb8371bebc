package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.HolderTooYoung;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.KeyNotCertifiable;
import org.openmyna.trust.profile.RevocationReason;

final class CertificationAuthorityTest {
    @TempDir Path home;

    private final Sandbox sandbox = new Sandbox();

    private CertificationAuthority ca(CaKind kind) {
        return sandbox.establish(home.resolve("ca"), kind);
    }

    @Test
    void the_first_certificate_is_the_authoritys_own_and_the_counter_goes_on_from_it() {
        try (var ca = ca(CaKind.SIGNATURE)) {
            assertThat(ca.certificate().serial()).isEqualTo(CertificateSerial.of(1));
            assertThat(ca.certificate().hierarchy()).isEqualTo(Hierarchy.TEST);
            assertThat(ca.certificate().notAfter()).isEqualTo("2036-11-22T14:59:59Z");
            assertThat(ca.issue(Sandbox.signature()).serial()).isEqualTo(CertificateSerial.of(2));
            assertThat(ca.issue(Sandbox.signature()).serial()).isEqualTo(CertificateSerial.of(3));
        }
        try (var again = sandbox.open(home.resolve("ca"))) {
            assertThat(again.issue(Sandbox.signature()).serial())
                    .isEqualTo(CertificateSerial.of(4));
        }
    }

    @Test
    void a_signature_certificate_follows_the_profile_from_the_second_of_its_issue() {
        try (var ca = ca(CaKind.SIGNATURE)) {
            JpkiCertificate certificate = ca.issue(Sandbox.signature());
            assertThat(certificate.departures()).isEmpty();
            assertThat(certificate.isIssuedBy(ca.certificate())).isTrue();
            assertThat(certificate.notBefore()).isEqualTo(Sandbox.START);
            assertThat(certificate.notAfter()).isEqualTo("2031-06-07T14:59:59Z");
            assertThat(certificate.commonName()).isEqualTo("2026112310301500002" + "28201003A");
            assertThat(certificate.fourItems().orElseThrow().name()).isEqualTo("試験　一郎");
            assertThat(certificate.ocsp()).isEmpty();
            assertThat(ca.statusOf(certificate.serial())).isEqualTo(new CertificateStatus.Good());
        }
    }

    @Test
    void a_login_certificate_follows_the_profile_and_names_nobody() {
        try (var ca = ca(CaKind.USER_AUTHENTICATION)) {
            JpkiCertificate certificate = ca.issue(Sandbox.login());
            assertThat(certificate.departures()).isEmpty();
            assertThat(certificate.fourItems()).isEmpty();
            assertThat(certificate.commonName()).endsWith("28201003A");
            assertThat(certificate.ocsp().orElseThrow())
                    .hasToString("http://ocsp.authority.localhost:8080/");
        }
    }

    @Test
    void a_signature_certificate_does_not_outlive_the_login_certificate_beside_it() {
        try (var ca = ca(CaKind.SIGNATURE)) {
            Instant end = Instant.parse("2029-06-07T14:59:59Z");
            assertThat(ca.issue(Sandbox.signature().besideUserAuthenticationUntil(end)).notAfter())
                    .isEqualTo(end);
        }
    }

    @Test
    void a_renewal_in_the_last_three_months_lives_to_the_sixth_birthday() {
        try (var ca = ca(CaKind.USER_AUTHENTICATION)) {
            Instant oldEnd = Instant.parse("2026-12-31T14:59:59Z");
            assertThat(ca.issue(Sandbox.login().renewing(oldEnd)).notAfter())
                    .isEqualTo("2032-06-07T14:59:59Z");
        }
    }

    @Test
    void nobody_below_15_gets_a_signature_certificate_and_no_serial_is_lost_on_the_refusal() {
        try (var ca = ca(CaKind.SIGNATURE)) {
            var child =
                    SignatureCertificateApplication.first(
                            Sandbox.request(),
                            Sandbox.bornOn("2011-11-24"),
                            Sandbox.himeji(),
                            Sandbox.CARD_LAST_DAY);
            assertThatExceptionOfType(HolderTooYoung.class).isThrownBy(() -> ca.issue(child));
            assertThat(ca.issue(Sandbox.signature()).serial()).isEqualTo(CertificateSerial.of(2));
        }
    }

    @Test
    void a_request_signed_with_another_key_is_refused() {
        KeyPair thief = KeyFile.generate(Sandbox.RANDOM);
        var forged =
                CertificationRequest.make(
                        (RSAPublicKey) Sandbox.holderKey().getPublic(),
                        ContentSignature.with(thief.getPrivate()));
        var application =
                UserAuthenticationCertificateApplication.first(
                        forged,
                        Sandbox.himeji(),
                        Sandbox.ichiro().birthDate(),
                        Sandbox.CARD_LAST_DAY);
        try (var ca = ca(CaKind.USER_AUTHENTICATION)) {
            assertThatExceptionOfType(PossessionNotProved.class)
                    .isThrownBy(() -> ca.issue(application));
        }
    }

    @Test
    void only_rsa_2048_with_the_usual_exponent_is_certified() throws GeneralSecurityException {
        for (var weak :
                new RSAKeyGenParameterSpec[] {
                    new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4),
                    new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F0)
                }) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(weak);
            KeyPair pair = generator.generateKeyPair();
            assertThatExceptionOfType(KeyNotCertifiable.class)
                    .isThrownBy(() -> Sandbox.request(pair));
        }
    }

    @Test
    void a_named_holder_has_one_living_certificate_at_a_time() {
        var holder = new HolderId("resident-4711");
        var application = Sandbox.login().heldBy(holder);
        try (var ca = ca(CaKind.USER_AUTHENTICATION)) {
            JpkiCertificate first = ca.issue(application);
            assertThatExceptionOfType(HolderHasLivingCertificate.class)
                    .isThrownBy(() -> ca.issue(application));
            ca.revoke(first.serial(), RevocationReason.SUPERSEDED);
            ca.issue(application);
        }
        sandbox.itIs("2031-06-07T14:59:59Z");
        try (var ca = sandbox.open(home.resolve("ca"))) {
            assertThatExceptionOfType(HolderHasLivingCertificate.class)
                    .isThrownBy(() -> ca.issue(application));
            sandbox.itIs("2031-06-07T15:00:00Z");
            assertThat(ca.issue(application).serial()).isEqualTo(CertificateSerial.of(4));
        }
    }

    @Test
    void no_certificate_outlives_the_key_that_signed_it() {
        try (var ca = ca(CaKind.USER_AUTHENTICATION)) {
            sandbox.itIs("2034-01-01T00:00:00Z");
            var application =
                    UserAuthenticationCertificateApplication.first(
                            Sandbox.request(),
                            Sandbox.himeji(),
                            Sandbox.ichiro().birthDate(),
                            LocalDate.of(2043, 1, 1));
            assertThatExceptionOfType(AuthorityEndsFirst.class)
                    .isThrownBy(() -> ca.issue(application));
        }
    }

    @Test
    void each_authority_refuses_the_applications_of_the_other() {
        try (var ca = ca(CaKind.USER_AUTHENTICATION)) {
            assertThatExceptionOfType(OtherAuthorityIssues.class)
                    .isThrownBy(() -> ca.issue(Sandbox.signature()));
        }
    }

    @Test
    void one_program_at_a_time_has_the_authority() {
        try (var ca = ca(CaKind.SIGNATURE)) {
            assertThatExceptionOfType(AuthorityInUse.class)
                    .isThrownBy(() -> sandbox.open(home.resolve("ca")));
            assertThat(ca.issue(Sandbox.signature()).serial()).isEqualTo(CertificateSerial.of(2));
        }
        sandbox.open(home.resolve("ca")).close();
    }

    @Test
    void every_file_is_for_its_owner_alone() throws IOException {
        try (var ca = ca(CaKind.SIGNATURE);
                Stream<Path> files = Files.list(home.resolve("ca"))) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .as(file.toString())
                                    .isEqualTo("rw-------"));
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(home.resolve("ca"))))
                    .isEqualTo("rwx------");
            assertThat(ca.certificate().kind()).isEqualTo(CaKind.SIGNATURE);
        }
    }

    @Test
    void a_key_that_others_can_read_is_not_used() throws IOException {
        ca(CaKind.SIGNATURE).close();
        Path key = home.resolve("ca/key.p12");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatExceptionOfType(FileOpenToOthers.class)
                .isThrownBy(() -> sandbox.open(home.resolve("ca")));
    }

    @Test
    void a_given_password_is_written_nowhere_and_a_wrong_one_does_not_open() {
        Path directory = home.resolve("guarded");
        var settings = AuthoritySettings.sandbox();
        CertificationAuthority.establish(
                        directory,
                        CaKind.SIGNATURE,
                        settings,
                        sandbox.clock(),
                        Sandbox.RANDOM,
                        KeyStorePassword.takeFrom("正しい馬の電池".toCharArray()))
                .close();
        assertThat(directory.resolve("key.password")).doesNotExist();
        assertThatExceptionOfType(KeyUnusable.class)
                .isThrownBy(() ->
                        CertificationAuthority.open(
                                directory,
                                settings,
                                sandbox.clock(),
                                Sandbox.RANDOM,
                                KeyStorePassword.takeFrom("別の馬".toCharArray())));
        CertificationAuthority.open(
                        directory,
                        settings,
                        sandbox.clock(),
                        Sandbox.RANDOM,
                        KeyStorePassword.takeFrom("正しい馬の電池".toCharArray()))
                .close();
    }

    @Test
    void the_key_of_another_authority_is_noticed() throws IOException {
        ca(CaKind.SIGNATURE).close();
        sandbox.establish(home.resolve("other"), CaKind.SIGNATURE).close();
        for (String file : new String[] {"key.p12", "key.password"}) {
            Files.write(
                    home.resolve("ca").resolve(file),
                    Files.readAllBytes(home.resolve("other").resolve(file)));
        }
        assertThatExceptionOfType(KeyUnusable.class)
                .isThrownBy(() -> sandbox.open(home.resolve("ca")));
    }

    @Test
    void a_ceremony_leaves_other_peoples_files_and_older_authorities_alone() throws IOException {
        ca(CaKind.SIGNATURE).close();
        assertThatExceptionOfType(DirectoryNotFree.class).isThrownBy(() -> ca(CaKind.SIGNATURE));
        Path full = Files.createDirectory(home.resolve("full"));
        Files.writeString(full.resolve("letter.txt"), "拝啓");
        assertThatExceptionOfType(DirectoryNotFree.class)
                .isThrownBy(() -> sandbox.establish(full, CaKind.SIGNATURE));
        assertThatExceptionOfType(NoAuthorityHere.class).isThrownBy(() -> sandbox.open(full));
    }

    @Test
    void an_interrupted_ceremony_can_be_held_again() throws IOException {
        ca(CaKind.SIGNATURE).close();
        Files.delete(home.resolve("ca/ledger"));
        assertThatExceptionOfType(NoAuthorityHere.class)
                .isThrownBy(() -> sandbox.open(home.resolve("ca")));
        try (var again = ca(CaKind.USER_AUTHENTICATION)) {
            assertThat(again.certificate().kind()).isEqualTo(CaKind.USER_AUTHENTICATION);
        }
    }
}

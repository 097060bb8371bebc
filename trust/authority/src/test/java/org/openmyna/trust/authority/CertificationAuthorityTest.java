package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.authority.status.CertificateStatus;
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
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void all_is_closed() {
        sandbox.close();
    }

    private CertificationAuthority ca(CaKind kind) {
        return sandbox.open().established(kind);
    }

    @Test
    void the_first_certificate_is_the_authoritys_own_and_the_counter_goes_on_from_it() {
        var ca = ca(CaKind.SIGNATURE);
        assertThat(ca.certificate().serial()).isEqualTo(CertificateSerial.of(1));
        assertThat(ca.certificate().hierarchy()).isEqualTo(Hierarchy.TEST);
        assertThat(ca.certificate().notAfter()).isEqualTo("2036-11-22T14:59:59Z");
        assertThat(ca.issue(Sandbox.somebody(), Sandbox.signature()).serial())
                .isEqualTo(CertificateSerial.of(2));
        assertThat(ca.issue(Sandbox.somebody(), Sandbox.signature()).serial())
                .isEqualTo(CertificateSerial.of(3));
        assertThat(ca(CaKind.SIGNATURE).issue(Sandbox.somebody(), Sandbox.signature()).serial())
                .as("4 is in the other's block")
                .isEqualTo(CertificateSerial.of(5));
    }

    @Test
    void a_signature_certificate_follows_the_profile_from_the_second_of_its_issue() {
        var ca = ca(CaKind.SIGNATURE);
        JpkiCertificate certificate = ca.issueActive(Sandbox.somebody(), Sandbox.signature());
        assertThat(certificate.departures()).isEmpty();
        assertThat(certificate.isIssuedBy(ca.certificate())).isTrue();
        assertThat(certificate.notBefore()).isEqualTo(Sandbox.START);
        assertThat(certificate.notAfter()).isEqualTo("2031-06-07T14:59:59Z");
        assertThat(certificate.commonName()).isEqualTo("2026112310301500002" + "28201003A");
        assertThat(certificate.fourItems().orElseThrow().name()).isEqualTo("試験　一郎");
        assertThat(certificate.ocsp()).isEmpty();
        assertThat(ca.statusOf(certificate.serial())).isEqualTo(new CertificateStatus.Good());
    }

    @Test
    void a_login_certificate_follows_the_profile_and_names_nobody() {
        var ca = ca(CaKind.USER_AUTHENTICATION);
        JpkiCertificate certificate = ca.issue(Sandbox.somebody(), Sandbox.login());
        assertThat(certificate.departures()).isEmpty();
        assertThat(certificate.fourItems()).isEmpty();
        assertThat(certificate.commonName()).endsWith("28201003A");
        assertThat(certificate.ocsp().orElseThrow())
                .hasToString("http://ocsp.authority.localhost:8080/");
    }

    @Test
    void a_signature_certificate_does_not_outlive_the_login_certificate_beside_it() {
        Instant end = Instant.parse("2029-06-07T14:59:59Z");
        var application = Sandbox.signature().besideUserAuthenticationUntil(end);
        assertThat(ca(CaKind.SIGNATURE).issue(Sandbox.somebody(), application).notAfter())
                .isEqualTo(end);
    }

    @Test
    void a_renewal_in_the_last_three_months_lives_to_the_sixth_birthday() {
        Instant oldEnd = Instant.parse("2026-12-31T14:59:59Z");
        assertThat(
                        ca(CaKind.USER_AUTHENTICATION)
                                .issue(Sandbox.somebody(), Sandbox.login().renewing(oldEnd))
                                .notAfter())
                .isEqualTo("2032-06-07T14:59:59Z");
    }

    @Test
    void nobody_below_15_gets_a_signature_certificate_and_no_serial_is_lost_on_the_refusal() {
        var ca = ca(CaKind.SIGNATURE);
        var child =
                SignatureCertificateApplication.first(
                        Sandbox.request(),
                        Sandbox.bornOn("2011-11-24"),
                        Sandbox.himeji(),
                        Sandbox.CARD_LAST_DAY);
        assertThatExceptionOfType(HolderTooYoung.class)
                .isThrownBy(() -> ca.issue(Sandbox.somebody(), child));
        assertThat(ca.issue(Sandbox.somebody(), Sandbox.signature()).serial())
                .isEqualTo(CertificateSerial.of(2));
    }

    @Test
    void a_request_signed_with_another_key_is_refused() {
        KeyPair thief = Sandbox.pair();
        var forged =
                CertificationRequest.make(
                        (RSAPublicKey) Sandbox.holderKey().getPublic(),
                        ContentSignature.with(thief.getPrivate()));
        var application = Sandbox.login(forged, Sandbox.himeji());
        var ca = ca(CaKind.USER_AUTHENTICATION);
        assertThatExceptionOfType(PossessionNotProved.class)
                .isThrownBy(() -> ca.issue(Sandbox.somebody(), application));
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
    void a_person_has_one_living_certificate_of_a_kind_on_a_medium() {
        var ca = ca(CaKind.USER_AUTHENTICATION);
        Reservation first = Sandbox.somebody();
        JpkiCertificate living = ca.issueActive(first, Sandbox.login());
        assertThat(ca.livingCertificateOf(first.holder())).contains(living.serial());
        assertThatExceptionOfType(HolderHasLivingCertificate.class)
                .isThrownBy(() -> ca.issue(Sandbox.again(first), Sandbox.login()));
        ca.issueActive(Sandbox.again(first).onPhone(), Sandbox.login());
        ca.revoke(living.serial(), RevocationReason.SUPERSEDED);
        ca.issueActive(Sandbox.again(first), Sandbox.login());
        sandbox.itIs("2031-06-07T14:59:59Z");
        assertThatExceptionOfType(HolderHasLivingCertificate.class)
                .isThrownBy(() -> ca.issue(Sandbox.again(first), Sandbox.login()));
        sandbox.itIs("2031-06-07T15:00:00Z");
        ca.issue(Sandbox.again(first), Sandbox.login());
    }

    @Test
    void no_certificate_outlives_the_key_that_signed_it() {
        var ca = ca(CaKind.USER_AUTHENTICATION);
        sandbox.itIs("2034-01-01T00:00:00Z");
        var application =
                UserAuthenticationCertificateApplication.first(
                        Sandbox.request(),
                        Sandbox.himeji(),
                        Sandbox.ichiro().birthDate(),
                        LocalDate.of(2043, 1, 1));
        assertThatExceptionOfType(AuthorityEndsFirst.class)
                .isThrownBy(() -> ca.issue(Sandbox.somebody(), application));
    }

    @Test
    void each_authority_refuses_the_applications_of_the_other() {
        var ca = ca(CaKind.USER_AUTHENTICATION);
        assertThatExceptionOfType(OtherAuthorityIssues.class)
                .isThrownBy(() -> ca.issue(Sandbox.somebody(), Sandbox.signature()));
    }
}

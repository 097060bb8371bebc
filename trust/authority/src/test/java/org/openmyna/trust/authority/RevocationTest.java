package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationReason;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RevocationTest {
    private final Sandbox sandbox = new Sandbox();
    private final CertificationAuthority ca =
            sandbox.open().established(CaKind.USER_AUTHENTICATION);

    @BeforeEach
    void it_is_some_later_second() {
        sandbox.itIs(sandbox.clock().instant().plusSeconds(60));
    }

    @AfterAll
    void all_is_closed() {
        sandbox.close();
    }

    private JpkiCertificate delivered() {
        return ca.issueActive(Sandbox.somebody(), Sandbox.login());
    }

    private Instant now() {
        return sandbox.clock().instant();
    }

    @Test
    void a_revoked_certificate_is_revoked_in_status_and_list_and_for_another_program() {
        var moved = delivered();
        var stayed = delivered();
        ca.revoke(moved.serial(), RevocationReason.CESSATION_OF_OPERATION);
        RevocationList list = ca.crl();
        assertThat(list.isIssuedBy(ca.certificate())).isTrue();
        assertThat(list.covers(moved)).isTrue();
        assertThat(list.find(stayed.serial())).isEmpty();
        assertThat(list.find(moved.serial()))
                .contains(
                        new RevocationList.Revoked(
                                moved.serial(), now(), RevocationReason.CESSATION_OF_OPERATION));
        var another = sandbox.open().authority(CaKind.USER_AUTHENTICATION);
        assertThat(another.statusOf(moved.serial())).isInstanceOf(CertificateStatus.Revoked.class);
        assertThat(another.statusOf(stayed.serial())).isEqualTo(new CertificateStatus.Good());
    }

    @Test
    void a_second_revocation_changes_nothing_and_a_hold_may_become_final() {
        var lost = delivered().serial();
        var hold = ca.hold(lost);
        assertThat(hold)
                .isEqualTo(new CertificateStatus.Revoked(now(), RevocationReason.CERTIFICATE_HOLD));
        sandbox.itIs(now().plusSeconds(3_600));
        assertThat(ca.hold(lost)).isEqualTo(hold);
        var stolen = ca.revoke(lost, RevocationReason.KEY_COMPROMISE);
        assertThat(stolen)
                .isEqualTo(new CertificateStatus.Revoked(now(), RevocationReason.KEY_COMPROMISE));
        sandbox.itIs(now().plusSeconds(3_600));
        assertThat(ca.revoke(lost, RevocationReason.SUPERSEDED)).isEqualTo(stolen);
        assertThat(ca.statusOf(lost)).isEqualTo(stolen);
    }

    @Test
    void the_hold_of_a_card_is_final_and_that_of_a_phone_is_lifted() {
        Reservation person = Sandbox.somebody();
        var card = ca.issueActive(person, Sandbox.login()).serial();
        ca.hold(card);
        assertThatExceptionOfType(HoldNotLiftable.class).isThrownBy(() -> ca.liftHold(card));
        var phone = ca.issueActive(Sandbox.again(person).onPhone(), Sandbox.login()).serial();
        ca.hold(phone);
        assertThatExceptionOfType(HolderHasLivingCertificate.class)
                .as("the phone may be found")
                .isThrownBy(() -> ca.issue(Sandbox.again(person).onPhone(), Sandbox.login()));
        ca.liftHold(phone);
        ca.liftHold(phone);
        assertThat(ca.statusOf(phone)).isEqualTo(new CertificateStatus.Good());
        ca.revoke(phone, RevocationReason.KEY_COMPROMISE);
        assertThatExceptionOfType(HoldNotLiftable.class).isThrownBy(() -> ca.liftHold(phone));
    }

    @Test
    void a_clock_that_goes_back_dates_nothing_before_the_last() {
        var one = delivered().serial();
        var two = delivered().serial();
        Instant later = now().plusSeconds(86_400);
        sandbox.itIs(later);
        ca.revoke(one, RevocationReason.SUPERSEDED);
        sandbox.itIs(later.minusSeconds(80_000));
        assertThat(ca.revoke(two, RevocationReason.SUPERSEDED).when()).isEqualTo(later);
        assertThat(ca.crl().thisUpdate()).isEqualTo(later);
        assertThat(delivered().notBefore()).isEqualTo(later);
        var another = sandbox.open().authority(CaKind.USER_AUTHENTICATION);
        var three = another.issueActive(Sandbox.somebody(), Sandbox.login());
        assertThat(three.notBefore()).isEqualTo(later);
        assertThat(another.revoke(three.serial(), RevocationReason.SUPERSEDED).when())
                .isEqualTo(later);
        sandbox.itIs(later);
    }

    @Test
    void what_was_never_issued_is_unknown_and_cannot_be_revoked() {
        CertificateSerial own = ca.certificate().serial();
        CertificateSerial next = CertificateSerial.of(1_000_000);
        assertThat(ca.statusOf(next)).isEqualTo(new CertificateStatus.Unknown());
        assertThat(ca.statusOf(own)).isEqualTo(new CertificateStatus.Good());
        for (CertificateSerial serial : new CertificateSerial[] {own, next}) {
            assertThatExceptionOfType(CertificateNeverIssued.class)
                    .isThrownBy(() -> ca.revoke(serial, RevocationReason.SUPERSEDED));
        }
    }

    @Test
    void what_was_not_delivered_can_only_be_discarded() {
        Reservation person = Sandbox.somebody();
        var serial = ca.issue(person, Sandbox.login()).serial();
        assertThatExceptionOfType(CertificateNotDelivered.class)
                .isThrownBy(() -> ca.revoke(serial, RevocationReason.SUPERSEDED));
        assertThat(ca.statusOf(serial)).isEqualTo(new CertificateStatus.Unknown());
        ca.discard(person.request());
        assertThat(ca.statusOf(serial))
                .isEqualTo(new CertificateStatus.Revoked(now(), RevocationReason.UNSPECIFIED));
    }

    @Test
    void each_distribution_point_has_its_own_list() {
        var inHimeji = delivered();
        var inNaha =
                ca.issueActive(Sandbox.somebodyAt(Sandbox.naha()), Sandbox.loginAt(Sandbox.naha()));
        ca.revoke(inHimeji.serial(), RevocationReason.SUPERSEDED);
        ca.revoke(inNaha.serial(), RevocationReason.CESSATION_OF_OPERATION);
        var naha = inNaha.distributionPoint().orElseThrow();
        RevocationList list = ca.crl(naha);
        assertThat(list.scope()).contains(naha);
        assertThat(list.covers(inNaha)).isTrue();
        assertThat(list.covers(inHimeji)).isFalse();
        assertThat(list.find(inNaha.serial())).isPresent();
        assertThat(list.find(inHimeji.serial())).isEmpty();
        assertThatExceptionOfType(OtherAuthorityIssues.class)
                .isThrownBy(() ->
                        ca.crl(Sandbox.naha().distributionPoint(CaKind.SIGNATURE, Hierarchy.TEST)));
    }

    @Test
    void all_certificates_of_a_person_end_at_once_and_again_means_nothing() {
        Reservation person = Sandbox.somebody();
        var card = ca.issueActive(person, Sandbox.login());
        var phone = ca.issueActive(Sandbox.again(person).onPhone(), Sandbox.login());
        ca.hold(phone.serial());
        Reservation half = Sandbox.again(person).replacing(RevocationReason.SUPERSEDED);
        var underWay = ca.issue(half, Sandbox.login());
        assertThat(ca.revokeAllOf(person.holder(), RevocationReason.CESSATION_OF_OPERATION))
                .isEqualTo(3);
        for (JpkiCertificate each : List.of(card, phone)) {
            assertThat(ca.statusOf(each.serial()))
                    .isEqualTo(
                            new CertificateStatus.Revoked(
                                    now(), RevocationReason.CESSATION_OF_OPERATION));
        }
        assertThat(ca.statusOf(underWay.serial()))
                .isEqualTo(new CertificateStatus.Revoked(now(), RevocationReason.UNSPECIFIED));
        assertThat(ca.revokeAllOf(person.holder(), RevocationReason.SUPERSEDED)).isZero();
        assertThat(ca.pendingOf(person.holder())).isEmpty();
        assertThat(ca.livingCertificateOf(person.holder())).isEmpty();
    }

    @Test
    void all_certificates_of_a_municipality_end_in_the_order_of_their_serials() {
        var yokohama = IssuingOffice.known(MunicipalityCode.withCheckDigit("14103")).orElseThrow();
        List<CertificateSerial> serials = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            serials.add(
                    ca.issueActive(Sandbox.somebodyAt(yokohama), Sandbox.loginAt(yokohama))
                            .serial());
        }
        var elsewhere = delivered();
        assertThat(ca.revokeAllOf(yokohama.code(), RevocationReason.CA_COMPROMISE)).isEqualTo(12);
        assertThat(serials)
                .allSatisfy(serial ->
                        assertThat(ca.statusOf(serial))
                                .isInstanceOf(CertificateStatus.Revoked.class));
        assertThat(ca.statusOf(elsewhere.serial())).isEqualTo(new CertificateStatus.Good());
        assertThat(ca.revokeAllOf(yokohama.code(), RevocationReason.CA_COMPROMISE)).isZero();
    }
}

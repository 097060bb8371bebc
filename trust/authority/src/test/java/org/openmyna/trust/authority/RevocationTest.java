package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationReason;

final class RevocationTest {
    @TempDir Path home;

    private final Sandbox sandbox = new Sandbox();

    @Test
    void a_revoked_certificate_is_revoked_in_status_and_list_and_after_a_restart() {
        try (var ca = sandbox.establish(home, CaKind.USER_AUTHENTICATION)) {
            var moved = ca.issue(Sandbox.login());
            var stayed = ca.issue(Sandbox.login());
            sandbox.itIs("2026-12-01T03:00:00Z");
            ca.revoke(moved.serial(), RevocationReason.CESSATION_OF_OPERATION);

            RevocationList list = ca.crl();
            assertThat(list.isIssuedBy(ca.certificate())).isTrue();
            assertThat(list.covers(moved)).isTrue();
            assertThat(list.find(stayed.serial())).isEmpty();
            assertThat(list.find(moved.serial()))
                    .contains(
                            new RevocationList.Revoked(
                                    moved.serial(),
                                    Instant.parse("2026-12-01T03:00:00Z"),
                                    RevocationReason.CESSATION_OF_OPERATION));
            assertThat(list.nextUpdate()).isEqualTo("2026-12-03T03:00:00Z");
        }
        try (var again = sandbox.open(home)) {
            assertThat(again.statusOf(CertificateSerial.of(2)))
                    .isInstanceOf(CertificateStatus.Revoked.class);
            assertThat(again.statusOf(CertificateSerial.of(3)))
                    .isEqualTo(new CertificateStatus.Good());
            assertThat(again.crl().number()).isEqualTo(BigInteger.TWO);
        }
    }

    @Test
    void a_hold_is_final_and_a_second_revocation_changes_nothing() {
        try (var ca = sandbox.establish(home, CaKind.USER_AUTHENTICATION)) {
            var lost = ca.issue(Sandbox.login()).serial();
            var hold = ca.revoke(lost, RevocationReason.CERTIFICATE_HOLD);
            sandbox.itIs("2026-12-24T00:00:00Z");
            assertThat(ca.revoke(lost, RevocationReason.KEY_COMPROMISE)).isEqualTo(hold);
            assertThat(ca.statusOf(lost)).isEqualTo(hold);
            assertThat(hold)
                    .isEqualTo(
                            new CertificateStatus.Revoked(
                                    Sandbox.START, RevocationReason.CERTIFICATE_HOLD));
        }
    }

    @Test
    void a_clock_that_goes_back_does_not_date_a_revocation_before_the_last() {
        try (var ca = sandbox.establish(home, CaKind.USER_AUTHENTICATION)) {
            var one = ca.issue(Sandbox.login()).serial();
            var two = ca.issue(Sandbox.login()).serial();
            sandbox.itIs("2026-12-24T00:00:00Z");
            var first = ca.revoke(one, RevocationReason.SUPERSEDED);
            sandbox.itIs("2026-11-30T00:00:00Z");
            var second = ca.revoke(two, RevocationReason.SUPERSEDED);
            assertThat(second.when()).isEqualTo(first.when());
            assertThat(ca.crl().thisUpdate()).isEqualTo(first.when());
        }
        sandbox.itIs("2026-11-23T02:00:00Z");
        try (var again = sandbox.open(home)) {
            var three = again.issue(Sandbox.login()).serial();
            assertThat(again.revoke(three, RevocationReason.SUPERSEDED).when())
                    .isEqualTo("2026-12-24T00:00:00Z");
        }
    }

    @Test
    void what_was_never_issued_is_unknown_and_cannot_be_revoked() {
        try (var ca = sandbox.establish(home, CaKind.USER_AUTHENTICATION)) {
            CertificateSerial own = ca.certificate().serial();
            CertificateSerial next = CertificateSerial.of(2);
            assertThat(ca.statusOf(next)).isEqualTo(new CertificateStatus.Unknown());
            assertThat(ca.statusOf(own)).isEqualTo(new CertificateStatus.Good());
            for (CertificateSerial serial : new CertificateSerial[] {own, next}) {
                assertThatExceptionOfType(CertificateNeverIssued.class)
                        .isThrownBy(() -> ca.revoke(serial, RevocationReason.SUPERSEDED));
            }
        }
    }

    @Test
    void each_distribution_point_has_its_own_list() {
        try (var ca = sandbox.establish(home, CaKind.USER_AUTHENTICATION)) {
            var inHimeji = ca.issue(Sandbox.login());
            var inNaha = ca.issue(Sandbox.loginAt(Sandbox.naha()));
            ca.revoke(inHimeji.serial(), RevocationReason.SUPERSEDED);
            ca.revoke(inNaha.serial(), RevocationReason.UNSPECIFIED);

            var naha = inNaha.distributionPoint().orElseThrow();
            RevocationList list = ca.crl(naha);
            assertThat(list.scope()).contains(naha);
            assertThat(list.covers(inNaha)).isTrue();
            assertThat(list.covers(inHimeji)).isFalse();
            assertThat(list.entries())
                    .extracting(RevocationList.Revoked::serial)
                    .containsExactly(inNaha.serial());
            assertThat(ca.crl().size()).isEqualTo(2);
            assertThat(ca.distributionPoints())
                    .containsExactlyInAnyOrder(naha, inHimeji.distributionPoint().orElseThrow());
            assertThatExceptionOfType(OtherAuthorityIssues.class)
                    .isThrownBy(() ->
                            ca.crl(
                                    Sandbox.naha()
                                            .distributionPoint(CaKind.SIGNATURE, Hierarchy.TEST)));
        }
    }

    @Test
    void an_entry_leaves_after_one_more_list_has_shown_it_past_its_end() {
        try (var ca = sandbox.establish(home, CaKind.USER_AUTHENTICATION)) {
            var certificate = ca.issue(Sandbox.login());
            ca.revoke(certificate.serial(), RevocationReason.SUPERSEDED);
            sandbox.itIs("2031-06-07T14:59:59Z");
            assertThat(ca.crl().size()).isEqualTo(1);
            sandbox.itIs("2031-06-08T15:00:00Z");
            assertThat(ca.crl().size()).as("first list after its end").isEqualTo(1);
            sandbox.itIs("2031-06-09T15:00:00Z");
            assertThat(ca.crl().size()).as("second").isZero();
            assertThat(ca.crl(certificate.distributionPoint().orElseThrow()).size())
                    .as("first list of the point")
                    .isEqualTo(1);
            assertThat(ca.statusOf(certificate.serial()))
                    .isInstanceOf(CertificateStatus.Revoked.class);
        }
    }
}

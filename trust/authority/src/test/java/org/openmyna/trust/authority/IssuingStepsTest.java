package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/**
 * reserved, certified, written, active, or discarded: forward only, each step as often as asked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IssuingStepsTest {
    private final Sandbox sandbox = new Sandbox();
    private final CertificationAuthority ca =
            sandbox.open().established(CaKind.USER_AUTHENTICATION);
    private final CertificationAuthority another =
            sandbox.open().established(CaKind.USER_AUTHENTICATION);

    @AfterAll
    void all_is_closed() {
        sandbox.close();
    }

    @Test
    void each_step_may_be_repeated_by_any_program_with_the_same_outcome() {
        Reservation wish = Sandbox.somebody();
        RequestId id = wish.request();
        assertThat(ca.reserve(wish)).isEqualTo(IssuingState.RESERVED);
        assertThat(another.reserve(wish)).isEqualTo(IssuingState.RESERVED);
        JpkiCertificate certificate = another.certify(id, Sandbox.login());
        assertThat(ca.certify(id, Sandbox.login())).isEqualTo(certificate);
        assertThat(ca.issue(wish, Sandbox.login())).isEqualTo(certificate);
        assertThat(ca.statusOf(certificate.serial())).isEqualTo(new CertificateStatus.Unknown());
        for (int time = 0; time < 2; time++) {
            ca.written(id);
            another.written(id);
        }
        assertThat(ca.statusOf(certificate.serial())).isEqualTo(new CertificateStatus.Unknown());
        assertThat(ca.unfinished()).extracting(Issuing::request).contains(id);
        for (int time = 0; time < 2; time++) {
            another.activate(id);
            ca.activate(id);
        }
        assertThat(ca.statusOf(certificate.serial())).isEqualTo(new CertificateStatus.Good());
        assertThat(ca.reserve(wish)).isEqualTo(IssuingState.ACTIVE);
        ca.written(id);
        Issuing issuing = another.issuing(id).orElseThrow();
        assertThat(issuing.state()).isEqualTo(IssuingState.ACTIVE);
        assertThat(issuing.certificate()).contains(certificate);
        assertThat(ca.unfinished()).extracting(Issuing::request).doesNotContain(id);
    }

    @Test
    void no_step_is_left_out_and_none_goes_back() {
        Reservation wish = Sandbox.somebody();
        RequestId id = wish.request();
        assertThatExceptionOfType(RequestUnknown.class)
                .isThrownBy(() -> ca.certify(id, Sandbox.login()));
        ca.reserve(wish);
        assertThatExceptionOfType(StepOutOfOrder.class).isThrownBy(() -> ca.written(id));
        assertThatExceptionOfType(StepOutOfOrder.class).isThrownBy(() -> ca.activate(id));
        ca.certify(id, Sandbox.login());
        assertThatExceptionOfType(StepOutOfOrder.class).isThrownBy(() -> ca.activate(id));
        ca.written(id);
        ca.activate(id);
        assertThatExceptionOfType(StepOutOfOrder.class).isThrownBy(() -> ca.discard(id));
    }

    @Test
    void what_was_thrown_away_stays_so_and_frees_the_person() {
        Reservation wish = Sandbox.somebody();
        RequestId id = wish.request();
        ca.reserve(wish);
        var blocked = Sandbox.again(wish);
        assertThatExceptionOfType(HolderHasUnfinishedRequest.class)
                .isThrownBy(() -> ca.issue(blocked, Sandbox.login()));
        assertThat(ca.pendingOf(wish.holder()).orElseThrow().request()).isEqualTo(id);
        ca.discard(id);
        ca.discard(id);
        assertThat(ca.reserve(wish)).isEqualTo(IssuingState.DISCARDED);
        assertThatExceptionOfType(StepOutOfOrder.class)
                .isThrownBy(() -> ca.certify(id, Sandbox.login()));
        assertThatExceptionOfType(StepOutOfOrder.class).isThrownBy(() -> ca.activate(id));
        assertThat(ca.issuing(id).orElseThrow().certificate()).isEmpty();
        ca.issue(blocked, Sandbox.login());
    }

    @Test
    void a_request_id_means_one_person_one_office_one_reason_and_one_key() {
        Reservation wish = Sandbox.somebody();
        ca.issue(wish, Sandbox.login());
        var thief =
                new Reservation(
                        wish.request(),
                        Sandbox.somebody().holder(),
                        wish.office(),
                        wish.medium(),
                        wish.replacing());
        assertThatExceptionOfType(RequestIdTaken.class).isThrownBy(() -> ca.reserve(thief));
        assertThatExceptionOfType(RequestIdTaken.class)
                .isThrownBy(() -> another.issue(thief, Sandbox.login()));
        for (var reason : List.of(RevocationReason.SUPERSEDED, RevocationReason.KEY_COMPROMISE)) {
            assertThatExceptionOfType(RequestIdTaken.class)
                    .isThrownBy(() -> ca.reserve(wish.replacing(reason)));
            assertThatExceptionOfType(RequestIdTaken.class)
                    .isThrownBy(() -> another.issue(wish.replacing(reason), Sandbox.login()));
        }
        KeyPair other = Sandbox.pair();
        CertificationRequest request = Sandbox.request(other);
        assertThatExceptionOfType(RequestIdTaken.class)
                .isThrownBy(
                        () -> ca.certify(wish.request(), Sandbox.login(request, Sandbox.himeji())));
        assertThatExceptionOfType(ApplicationDoesNotFit.class)
                .isThrownBy(() -> ca.certify(wish.request(), Sandbox.loginAt(Sandbox.naha())));
    }

    @Test
    void a_replacement_ends_the_old_certificate_in_the_moment_it_becomes_good() {
        Reservation first = Sandbox.somebody();
        var old = ca.issueActive(first, Sandbox.login()).serial();
        Reservation next = Sandbox.again(first).replacing(RevocationReason.SUPERSEDED);
        var fresh = ca.issue(next, Sandbox.login()).serial();
        ca.written(next.request());
        assertThat(ca.statusOf(old)).isEqualTo(new CertificateStatus.Good());
        ca.activate(next.request());
        assertThat(ca.statusOf(old)).isInstanceOf(CertificateStatus.Revoked.class);
        assertThat(ca.statusOf(fresh)).isEqualTo(new CertificateStatus.Good());
        assertThat(ca.livingCertificateOf(first.holder())).contains(fresh);
        Reservation never = Sandbox.again(first).replacing(RevocationReason.SUPERSEDED);
        ca.issue(never, Sandbox.login());
        ca.discard(never.request());
        assertThat(ca.statusOf(fresh)).isEqualTo(new CertificateStatus.Good());
    }

    @Test
    void records_are_found_by_person_request_serial_office_and_state_page_by_page() {
        Reservation wish = Sandbox.somebodyAt(Sandbox.naha());
        var certificate = ca.issueActive(wish, Sandbox.loginAt(Sandbox.naha()));
        ca.issueActive(
                Sandbox.again(wish).replacing(RevocationReason.SUPERSEDED),
                Sandbox.loginAt(Sandbox.naha()));
        CertificateRecord found = ca.find(certificate.serial()).orElseThrow();
        assertThat(found.status()).isInstanceOf(CertificateStatus.Revoked.class);
        assertThat(found.commonName()).contains(certificate.commonName());
        assertThat(found.point()).isEqualTo("Okinawa-ken/Naha-shi");
        var all = CertificateSearch.all();
        assertThat(ca.search(all.of(wish.request()))).containsExactly(found);
        var hers = all.of(wish.holder()).of(Sandbox.naha().code()).in(IssuingState.ACTIVE);
        assertThat(ca.search(hers)).hasSize(2).startsWith(found);
        assertThat(ca.search(hers.atMost(1))).containsExactly(found);
        assertThat(ca.search(hers.after(found))).hasSize(1).doesNotContain(found);
        assertThat(ca.search(hers.in(IssuingState.DISCARDED))).isEmpty();
        assertThatExceptionOfType(PageSizeRefused.class).isThrownBy(() -> all.atMost(1_001));
    }
}

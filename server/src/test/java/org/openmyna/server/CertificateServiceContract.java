package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.Sex;
import org.openmyna.server.authority.api.Because;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.authority.api.CertificateState;
import org.openmyna.server.authority.api.CertifySignature;
import org.openmyna.server.authority.api.CertifyUserAuthentication;
import org.openmyna.server.authority.api.EndOfHolders;
import org.openmyna.server.authority.api.IssuedCertificate;
import org.openmyna.server.authority.api.RequestState;
import org.openmyna.server.authority.api.Reserve;
import org.openmyna.server.calls.Call;
import org.openmyna.server.house.Organisation;
import org.openmyna.trust.authority.IssuingState;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the authority's desk promises, in one process and over the network alike. */
abstract class CertificateServiceContract {
    static final CaKind LOGIN = CaKind.USER_AUTHENTICATION;
    private static final String BIRTH_DATE =
            JapaneseDate.of(LocalDate.parse(TestCountry.BIRTH_DATE)).certificateForm();

    /** The desk as an organisation has it. */
    abstract CertificateService desk(Organisation caller);

    private static Call call() {
        return call(UUID.randomUUID().toString());
    }

    private static Call call(String key) {
        return new Call(key, Instant.now().plusSeconds(60));
    }

    private static Reserve order(CertificateMedium medium) {
        String name = "contract-" + UUID.randomUUID();
        return new Reserve(name, name, TestCountry.himeji(), medium, Optional.empty());
    }

    private static CertifyUserAuthentication login() {
        return new CertifyUserAuthentication(
                TestCountry.request().der(),
                BIRTH_DATE,
                TestCountry.himeji(),
                TestCountry.CARD_LAST_DAY,
                Optional.empty());
    }

    private static CertifySignature signature() {
        return new CertifySignature(
                TestCountry.request().der(),
                "試験\u3000一郎",
                "兵庫県姫路市試験町一丁目２番３号",
                BIRTH_DATE,
                Sex.MALE,
                TestCountry.himeji(),
                TestCountry.CARD_LAST_DAY,
                Optional.empty(),
                Optional.empty());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String code, ThrowingCallable work) {
        return assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        MynaException.class,
                        refused -> {
                            assertThat(refused.errorCode().code()).isEqualTo(code);
                            assertThat(refused.errorCode().japanese()).isNotBlank();
                            assertThat(refused.errorCode().english()).isNotBlank();
                        });
    }

    /** From the reservation to a good certificate. */
    private String issued(CertificateService cards, Reserve order) {
        cards.reserve(call(), LOGIN, order);
        IssuedCertificate certificate =
                cards.certifyUserAuthentication(call(), order.request(), login());
        cards.written(call(), LOGIN, order.request());
        cards.activate(call(), LOGIN, order.request());
        return certificate.serial();
    }

    @Test
    void a_certificate_goes_from_reserved_to_active_and_is_good_at_the_end_alone() {
        CertificateService cards = desk(Organisation.CARDS);
        Reserve order = order(CertificateMedium.CARD);
        RequestState reserved = cards.reserve(call(), LOGIN, order);
        assertThat(reserved.state()).isEqualTo(IssuingState.RESERVED);
        assertThat(reserved.certificate()).isEmpty();
        IssuedCertificate issued =
                cards.certifyUserAuthentication(call(), order.request(), login());
        assertThat(JpkiCertificate.parse(issued.der()).serial().toString())
                .isEqualTo(issued.serial());
        assertThat(cards.statusOf(call(), LOGIN, issued.serial()).kind())
                .isEqualTo(CertificateState.Kind.UNKNOWN);
        assertThat(cards.written(call(), LOGIN, order.request()).state())
                .isEqualTo(IssuingState.WRITTEN);
        assertThat(cards.activate(call(), LOGIN, order.request()).state())
                .isEqualTo(IssuingState.ACTIVE);
        assertThat(cards.statusOf(call(), LOGIN, issued.serial()).kind())
                .isEqualTo(CertificateState.Kind.GOOD);
        assertThat(cards.requestState(call(), LOGIN, order.request()).certificate().orElseThrow())
                .isEqualTo(issued.der());
    }

    @Test
    void a_signature_certificate_carries_the_four_items() {
        CertificateService counter = desk(Organisation.COUNTER);
        Reserve order = order(CertificateMedium.CARD);
        counter.reserve(call(), CaKind.SIGNATURE, order);
        IssuedCertificate issued = counter.certifySignature(call(), order.request(), signature());
        assertThat(JpkiCertificate.parse(issued.der()).fourItems()).isPresent();
        assertThat(counter.discard(call(), CaKind.SIGNATURE, order.request()).state())
                .isEqualTo(IssuingState.DISCARDED);
        assertThat(counter.statusOf(call(), CaKind.SIGNATURE, issued.serial()).reason())
                .hasValue(RevocationReason.UNSPECIFIED);
    }

    @Test
    void revocation_tells_date_and_reason_and_the_first_reason_stands() {
        CertificateService cards = desk(Organisation.CARDS);
        String serial = issued(cards, order(CertificateMedium.CARD));
        CertificateState first =
                cards.revoke(call(), LOGIN, serial, new Because(RevocationReason.KEY_COMPROMISE));
        assertThat(first.kind()).isEqualTo(CertificateState.Kind.REVOKED);
        assertThat(first.revokedAt()).isPresent();
        CertificateState second =
                cards.revoke(call(), LOGIN, serial, new Because(RevocationReason.SUPERSEDED));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_phones_hold_can_be_lifted_and_a_late_repetition_does_not_bring_it_back() {
        CertificateService cards = desk(Organisation.CARDS);
        String serial = issued(cards, order(CertificateMedium.PHONE));
        Call lost = call();
        assertThat(cards.hold(lost, LOGIN, serial).reason())
                .hasValue(RevocationReason.CERTIFICATE_HOLD);
        assertThat(cards.liftHold(call(), LOGIN, serial).kind())
                .isEqualTo(CertificateState.Kind.GOOD);
        assertThat(cards.hold(lost, LOGIN, serial).kind())
                .as("the same key: the same outcome as then")
                .isEqualTo(CertificateState.Kind.REVOKED);
        assertThat(cards.statusOf(call(), LOGIN, serial).kind())
                .as("but nothing happened again")
                .isEqualTo(CertificateState.Kind.GOOD);
    }

    private static EndOfHolders ended(String holder) {
        return new EndOfHolders(List.of(holder), RevocationReason.AFFILIATION_CHANGED);
    }

    @Test
    void a_repeated_call_has_the_same_outcome_and_a_key_names_one_call() {
        CertificateService residents = desk(Organisation.RESIDENTS);
        Reserve order = order(CertificateMedium.CARD);
        issued(desk(Organisation.CARDS), order);
        Call moved = call();
        EndOfHolders his = ended(order.holder());
        assertThat(residents.revokeAllOfHolders(moved, LOGIN, his).certificates()).isEqualTo(1);
        assertThat(residents.revokeAllOfHolders(moved, LOGIN, his).certificates())
                .as("as if it were the first time")
                .isEqualTo(1);
        assertRefused(
                "MYNA-SRV-014",
                () -> residents.revokeAllOfHolders(moved, LOGIN, ended("somebody-else")));
    }

    @Test
    void the_same_call_made_many_times_at_once_happens_once() throws Exception {
        CertificateService residents = desk(Organisation.RESIDENTS);
        Reserve order = order(CertificateMedium.CARD);
        issued(desk(Organisation.CARDS), order);
        Call moved = call();
        EndOfHolders his = ended(order.holder());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> answers =
                    IntStream.range(0, 8)
                            .mapToObj(_ ->
                                    threads.submit(() ->
                                            residents
                                                    .revokeAllOfHolders(moved, LOGIN, his)
                                                    .certificates()))
                            .toList();
            for (Future<Long> answer : answers) assertThat(answer.get()).isEqualTo(1L);
        }
    }

    @Test
    void whoever_may_not_is_refused_whatever_way_he_comes() {
        CertificateService platform = desk(Organisation.PLATFORM);
        assertRefused(
                "MYNA-SRV-010",
                () -> platform.reserve(call(), LOGIN, order(CertificateMedium.CARD)));
        assertRefused(
                "MYNA-SRV-010",
                () ->
                        platform.revoke(
                                call(), LOGIN, "0A", new Because(RevocationReason.SUPERSEDED)));
        assertRefused("MYNA-SRV-010", () -> desk(Organisation.TAX).statusOf(call(), LOGIN, "0A"));
        assertRefused(
                "MYNA-SRV-010",
                () ->
                        desk(Organisation.RESIDENTS)
                                .revokeAllOfMunicipality(
                                        call(),
                                        LOGIN,
                                        TestCountry.himeji().code().digits(),
                                        new Because(RevocationReason.SUPERSEDED)));
    }

    @Test
    void a_municipality_can_be_ended_by_the_authoritys_own_operators() {
        assertThat(
                        desk(Organisation.AUTHORITY)
                                .revokeAllOfMunicipality(
                                        call(),
                                        LOGIN,
                                        "472018",
                                        new Because(RevocationReason.SUPERSEDED))
                                .certificates())
                .isZero();
    }

    @Test
    void errors_of_the_engine_come_through_under_their_own_code() {
        CertificateService cards = desk(Organisation.CARDS);
        assertRefused(
                "MYNA-AUT-022",
                () ->
                        cards.revoke(
                                call(),
                                LOGIN,
                                "7FFFFFFF",
                                new Because(RevocationReason.SUPERSEDED)));
        assertRefused("MYNA-AUT-032", () -> cards.written(call(), LOGIN, "never-reserved"));
        assertRefused("MYNA-SRV-021", () -> cards.requestState(call(), LOGIN, "never-reserved"));
        assertRefused("MYNA-SRV-013", () -> cards.statusOf(call(), LOGIN, "no-serial"));
    }

    @Test
    void a_call_whose_deadline_has_passed_does_nothing() {
        Call late = new Call(UUID.randomUUID().toString(), Instant.now().minusSeconds(1));
        Reserve order = order(CertificateMedium.CARD);
        CertificateService cards = desk(Organisation.CARDS);
        assertRefused("MYNA-SRV-011", () -> cards.reserve(late, LOGIN, order));
        assertRefused("MYNA-SRV-021", () -> cards.requestState(call(), LOGIN, order.request()));
    }

    @Test
    void nobody_calls_from_within_a_transaction() {
        CertificateService cards = desk(Organisation.CARDS);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertRefused("MYNA-SRV-012", () -> cards.caCertificates(call(), LOGIN));
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void the_cas_own_certificates_are_told() {
        var certificates = desk(Organisation.PLATFORM).caCertificates(call(), LOGIN);
        assertThat(certificates).hasSize(1);
        assertThat(certificates.getFirst().generation()).isEqualTo(2001);
        assertThat(certificates.getFirst().issuesNow()).isTrue();
    }
}

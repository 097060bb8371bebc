package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openmyna.trust.authority.log.LogCheck;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/** Many threads of several programs on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConcurrencyTest {
    private static final int THREADS = 9;
    private static final int EACH = 12;

    private final Sandbox sandbox = new Sandbox();
    private final List<Authorities> programs =
            List.of(sandbox.open(), sandbox.open(), sandbox.open());

    @AfterAll
    void all_is_closed() {
        sandbox.close();
    }

    private interface Work<T> {
        T at(CertificationAuthority ca) throws Exception;
    }

    private <T> List<T> atOnce(CaKind kind, Work<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<T>> all = new ArrayList<>();
            for (int n = 0; n < THREADS; n++) {
                var ca = programs.get(n % programs.size());
                all.add(() -> work.at(ca.established(kind)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(all)) results.add(done.get());
            return results;
        }
    }

    @Test
    void three_programs_found_one_authority_and_never_give_a_serial_twice() throws Exception {
        List<List<CertificateSerial>> serials =
                atOnce(
                        CaKind.USER_AUTHENTICATION,
                        ca -> {
                            List<CertificateSerial> mine = new ArrayList<>();
                            for (int n = 0; n < EACH; n++) {
                                var serial =
                                        ca.issueActive(Sandbox.somebody(), Sandbox.login())
                                                .serial();
                                mine.add(serial);
                                if (n % 5 == 0) ca.revoke(serial, RevocationReason.SUPERSEDED);
                            }
                            return mine;
                        });
        var ca = programs.getFirst().authority(CaKind.USER_AUTHENTICATION);
        assertThat(ca.generations()).hasSize(1);
        assertThat(serials.stream().flatMap(List::stream))
                .hasSize(THREADS * EACH)
                .doesNotHaveDuplicates();
        assertThat(ca.crl().size()).isEqualTo(THREADS * 3);
        assertThat(programs.getLast().log().verify()).isInstanceOf(LogCheck.Sound.class);
    }

    @Test
    void nine_counters_serving_one_person_issue_one_certificate() throws Exception {
        Reservation person = Sandbox.somebody();
        List<Boolean> served =
                atOnce(
                        CaKind.SIGNATURE,
                        ca -> {
                            try {
                                ca.issueActive(Sandbox.again(person), Sandbox.signature());
                                return true;
                            } catch (HolderHasLivingCertificate barred) {
                                return false;
                            }
                        });
        assertThat(served).containsOnlyOnce(true);
    }

    @Test
    void nine_counters_with_one_request_id_get_one_certificate() throws Exception {
        Reservation person = Sandbox.somebody();
        List<CertificateSerial> serials =
                atOnce(
                        CaKind.SIGNATURE,
                        ca -> {
                            ca.reserve(person);
                            var certificate = ca.certify(person.request(), Sandbox.signature());
                            ca.written(person.request());
                            ca.activate(person.request());
                            return certificate.serial();
                        });
        assertThat(serials).containsOnly(serials.getFirst());
    }

    @Test
    void revoking_from_nine_places_gives_one_answer() throws Exception {
        var serial =
                programs.getFirst()
                        .established(CaKind.SIGNATURE)
                        .issueActive(Sandbox.somebody(), Sandbox.signature())
                        .serial();
        List<CertificateStatus.Revoked> answers =
                atOnce(
                        CaKind.SIGNATURE,
                        ca -> ca.revoke(serial, RevocationReason.AFFILIATION_CHANGED));
        assertThat(answers).containsOnly(answers.getFirst());
    }

    @Test
    void an_interrupted_thread_does_not_break_anything() {
        var ca = programs.getFirst().established(CaKind.SIGNATURE);
        Thread.currentThread().interrupt();
        var certificate = ca.issueActive(Sandbox.somebody(), Sandbox.signature());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ca.statusOf(certificate.serial())).isEqualTo(new CertificateStatus.Good());
    }
}

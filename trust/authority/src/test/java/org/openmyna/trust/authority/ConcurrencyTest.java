package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

final class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int EACH = 25;

    @TempDir Path home;

    private final Sandbox sandbox = new Sandbox();

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                results.add(done.get());
            }
            return results;
        }
    }

    @Test
    void eight_threads_never_get_the_same_serial_and_none_is_left_out() throws Exception {
        try (var ca = sandbox.establish(home, CaKind.USER_AUTHENTICATION)) {
            List<List<Long>> serials =
                    atOnce(() -> {
                        List<Long> mine = new ArrayList<>();
                        for (int n = 0; n < EACH; n++) {
                            var serial = ca.issue(Sandbox.login()).serial();
                            mine.add(serial.value().longValueExact());
                            if (n % 5 == 0) {
                                ca.revoke(serial, RevocationReason.SUPERSEDED);
                                ca.crl();
                            }
                        }
                        return mine;
                    });
            assertThat(serials).allSatisfy(mine -> assertThat(mine).isSorted());
            assertThat(serials.stream().flatMap(List::stream).sorted())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(2, 1 + THREADS * EACH).boxed().toList());
        }
        try (var again = sandbox.open(home)) {
            assertThat(again.issue(Sandbox.login()).serial())
                    .isEqualTo(CertificateSerial.of(2 + THREADS * EACH));
            assertThat(again.crl().size()).isEqualTo(THREADS * EACH / 5);
        }
    }

    @Test
    void eight_counters_serving_one_person_issue_one_certificate() throws Exception {
        var application = Sandbox.signature().heldBy(new HolderId("resident-1"));
        try (var ca = sandbox.establish(home, CaKind.SIGNATURE)) {
            List<Boolean> served =
                    atOnce(() -> {
                        try {
                            ca.issue(application);
                            return true;
                        } catch (HolderHasLivingCertificate barred) {
                            return false;
                        }
                    });
            assertThat(served).containsOnlyOnce(true);
        }
    }

    @Test
    void revoking_from_eight_places_gives_one_answer() throws Exception {
        try (var ca = sandbox.establish(home, CaKind.SIGNATURE)) {
            var serial = ca.issue(Sandbox.signature()).serial();
            List<CertificateStatus.Revoked> answers =
                    atOnce(() -> ca.revoke(serial, RevocationReason.AFFILIATION_CHANGED));
            assertThat(answers).containsOnly(answers.getFirst());
        }
    }

    @Test
    void an_interrupted_thread_does_not_break_the_ledger() {
        try (var ca = sandbox.establish(home, CaKind.SIGNATURE)) {
            Thread.currentThread().interrupt();
            ca.issue(Sandbox.signature());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(ca.issue(Sandbox.signature()).serial()).isEqualTo(CertificateSerial.of(3));
        }
    }
}

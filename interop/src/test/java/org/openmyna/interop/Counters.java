package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.CertificateRecord;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.IssuingState;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.log.LogCheck;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.RevocationReason;

/**
 * Eight counters that issue and revoke as fast as they can. One that hears an error asks again
 * under the same request id, until it is answered; they all remember what they were told.
 */
final class Counters implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int PATIENCE_SECONDS = 60;

    private final Authorities authorities;
    private final IssuingOffice office = Country.office("28201");
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Semaphore acknowledged = new Semaphore(0);
    private final Semaphore refused = new Semaphore(0);
    private final CountDownLatch never = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> codes = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Throwable> mistakes = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    /** What a counter was told of a certificate. */
    private record Told(
            CaKind kind, Reservation whose, CertificateSerial serial, boolean revoked) {}

    Counters(Authorities authorities) {
        this.authorities = authorities;
        for (int n = 0; n < THREADS; n++) {
            CaKind kind = CaKind.values()[n % CaKind.values().length];
            threads.add(Thread.ofPlatform().name("counter " + n).start(() -> work(kind)));
        }
    }

    private void work(CaKind kind) {
        try {
            CertificationAuthority ca = authorities.authority(kind);
            for (int n = 0; !ended.get(); n++) {
                Reservation whose = ShamPeople.somebody(office);
                CertificateSerial serial = insist(() -> ShamPeople.active(ca, whose).serial());
                boolean revoke = n % 3 == 0;
                if (revoke) insist(() -> ca.revoke(serial, RevocationReason.KEY_COMPROMISE));
                told.add(new Told(kind, whose, serial, revoke));
                acknowledged.release();
            }
        } catch (GaveUp atTheEnd) {
            // what was never answered may or may not have happened
        } catch (RuntimeException | Error mistake) {
            mistakes.add(mistake);
        }
    }

    private interface Ask<T> {
        T now();
    }

    private static final class GaveUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private <T> T insist(Ask<T> ask) {
        while (true) {
            try {
                return ask.now();
            } catch (MynaException named) {
                codes.add(named.errorCode().code());
                refused.release();
                if (ended.get()) throw new GaveUp();
                pause();
            }
        }
    }

    private void pause() {
        try {
            never.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Waits until so many more certificates were acknowledged from now on. */
    void awaitAcknowledged(int more) throws InterruptedException {
        acknowledged.drainPermits();
        assertThat(acknowledged.tryAcquire(more, PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("works again; errors so far: %s; %s", codesSoFar(), mistakes)
                .isTrue();
    }

    /** Waits until so many more errors were heard. */
    void awaitRefused(int more) throws InterruptedException {
        refused.drainPermits();
        assertThat(refused.tryAcquire(more, PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("errors are heard; so far: %s; %s", codesSoFar(), mistakes)
                .isTrue();
    }

    /** How often each code was heard. */
    Map<String, Integer> codesSoFar() {
        Map<String, Integer> counted = new TreeMap<>();
        codes.forEach(code -> counted.merge(code, 1, Integer::sum));
        return counted;
    }

    @Override
    public void close() throws InterruptedException {
        ended.set(true);
        for (Thread each : threads) each.join();
    }

    /** Once all have ended: everything that was told is true, and nothing was given twice. */
    void everythingToldIsTrue() {
        assertThat(mistakes).isEmpty();
        Map<CaKind, Set<CertificateSerial>> serials = new EnumMap<>(CaKind.class);
        for (Told each : told) {
            CertificationAuthority ca = authorities.authority(each.kind());
            CertificateRecord found = ca.find(each.serial()).orElseThrow();
            assertThat(found.request()).isEqualTo(each.whose().request());
            assertThat(found.state()).isEqualTo(IssuingState.ACTIVE);
            if (each.revoked()) {
                assertThat(found.status()).isInstanceOf(CertificateStatus.Revoked.class);
            } else {
                assertThat(found.status()).isEqualTo(new CertificateStatus.Good());
            }
            assertThat(
                            serials.computeIfAbsent(each.kind(), _ -> new HashSet<>())
                                    .add(each.serial()))
                    .as("serial %s twice", each.serial())
                    .isTrue();
        }
        assertThat(told).isNotEmpty();
        authorities.log().catchUp();
        assertThat(authorities.log().verify()).isInstanceOf(LogCheck.Sound.class);
    }

    /** One that was told to be good, and is. */
    CertificateSerial oneGood(CaKind kind) {
        return told.stream()
                .filter(each -> each.kind() == kind && !each.revoked())
                .reduce((first, last) -> last)
                .orElseThrow()
                .serial();
    }
}

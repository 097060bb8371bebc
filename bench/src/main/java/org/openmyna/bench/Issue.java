package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.openmyna.kernel.NativeCrypto;

/**
 * Reserve, certify, log: answered after the commit, every commit on the disk. Callers wait for
 * their own certificate before they ask for the next; proof of possession, linter and the check of
 * the CA's own signature are in it.
 */
final class Issue implements Benchmark {
    private static final int CALLERS = 32;
    private static final double GOAL = 1_500;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "issue";
    }

    @Override
    public String group() {
        return "authority";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        try (var authority = new SpecimenAuthority()) {
            double bare = Turns.of(time, new BareRsa().signature()).rate(0).elapsed();
            var person = new AtomicLong();
            run(authority, person, WARM_UP);
            double rate = run(authority, person, time);
            String note =
                    "%d callers, PostgreSQL on the same two cores, fsync on; limit: bare RSA-2048 of one"
                                    .formatted(CALLERS)
                            + " core by "
                            + NativeCrypto.name();
            return List.of(
                    BenchmarkRow.atLeast(0.60, name(), rate, "certificate/s", bare, note),
                    BenchmarkRow.reaching(GOAL, "issue-rate", rate, "certificate/s", bare, note));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static double run(SpecimenAuthority authority, AtomicLong person, Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        var issued = new AtomicLong();
        List<Thread> callers = new ArrayList<>();
        for (int n = 0; n < CALLERS; n++) {
            callers.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                while (System.nanoTime() < end) {
                                    authority.issue(person.incrementAndGet());
                                    issued.incrementAndGet();
                                }
                            }));
        }
        callers.forEach(Issue::await);
        return issued.get() * 1e9 / (System.nanoTime() - begin);
    }

    private static void await(Thread caller) {
        try {
            caller.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A complete login by card at the platform, over HTTP: authorize, page, consent, answer of a
 * software key, code, token, user info; with database, certificate, status and log. Beside it the
 * bare code flow of the same authorization server without all of these, its store in memory. Load
 * maker and server share the machine.
 */
final class OidcLogin implements Benchmark {
    private static final int CLIENTS = 24;
    private static final double REACHED = 300;
    private static final double SHARE = 0.45;
    private static final int TURNS = 3;
    private static final int PORTIONS = 4;

    /** The compiler comes along for some 5,000 logins, in portions of both flows. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /**
     * How it went.
     *
     * @param flows a second
     * @param load processor time of the load maker a flow, milliseconds
     */
    private record Pace(double flows, double load) {}

    @Override
    public String name() {
        return "oidc-login";
    }

    @Override
    public String group() {
        return "login";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        try (var town = new TestTown();
                var bare = new StockProvider()) {
            var platform = new PlatformLogins(town.server());
            for (int portion = 0; portion < PORTIONS; portion++) {
                pace(platform::visitor, WARM_UP);
                pace(bare::visitor, WARM_UP.dividedBy(PORTIONS));
            }
            List<Pace> logins = new ArrayList<>();
            List<Pace> flows = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                logins.add(pace(platform::visitor, time.dividedBy(TURNS)));
                flows.add(pace(bare::visitor, time.dividedBy(TURNS)));
            }
            double value = middle(logins).flows();
            double limit = middle(flows).flows();
            String note =
                    "%d clients, %d turns; limit: bare code flow of the stock server, store in memory; one without database, card, status and log; load maker included: %.2f ms of processor time a login, card and relying party, %.2f a bare flow"
                            .formatted(CLIENTS, TURNS, middle(logins).load(), middle(flows).load());
            boolean met = value >= REACHED && value >= SHARE * limit;
            return List.of(
                    new BenchmarkRow(
                            name(),
                            value,
                            "login/s",
                            limit,
                            value / limit,
                            ">= %.0f login/s and >= %.2f".formatted(REACHED, SHARE),
                            met,
                            note));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Pace middle(List<Pace> turns) {
        return turns.stream()
                .sorted(Comparator.comparingDouble(Pace::flows))
                .toList()
                .get(turns.size() / 2);
    }

    /** Whole flows, by several visitors at once, each a thread with a processor clock. */
    private static Pace pace(Supplier<Visitor> visitors, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long begun = System.nanoTime();
        var load = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int n = 0; n < CLIENTS; n++) {
                all.add(
                        threads.submit(() -> {
                            long done = 0;
                            try (Visitor visitor = visitors.get()) {
                                while (System.nanoTime() < end) {
                                    visitor.logIn();
                                    done++;
                                }
                            }
                            load.addAndGet(CLOCK.getCurrentThreadCpuTime());
                            return done;
                        }));
            }
            long done = 0;
            for (Future<Long> each : all) done += each.get();
            return new Pace(
                    done * 1e9 / (System.nanoTime() - begun), load.get() / 1e6 / Math.max(1, done));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return new Pace(0, 0);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Somebody with a connection of his own. */
    interface Visitor extends AutoCloseable {
        void logIn();

        @Override
        void close();
    }
}

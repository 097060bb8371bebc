package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    private static final Duration WARM_UP = Duration.ofSeconds(12);

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
            rate(platform::visitor, WARM_UP);
            rate(bare::visitor, WARM_UP);
            List<Double> logins = new ArrayList<>();
            List<Double> flows = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                logins.add(rate(platform::visitor, time.dividedBy(TURNS)));
                flows.add(rate(bare::visitor, time.dividedBy(TURNS)));
            }
            double value = middle(logins);
            double limit = middle(flows);
            String note =
                    "%d clients, load maker included, %d turns; limit: bare code flow of the stock server, store in memory; one without database, card, status and log"
                            .formatted(CLIENTS, TURNS);
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

    private static double middle(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    /** Whole flows a second, by several visitors at once. */
    private static double rate(Supplier<Visitor> visitors, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
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
                            return done;
                        }));
            }
            long done = 0;
            for (Future<Long> each : all) done += each.get();
            return done * 1e9 / (System.nanoTime() - begun);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return 0;
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

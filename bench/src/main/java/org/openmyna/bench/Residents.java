package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.openmyna.kernel.Address;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.residents.api.AsAt;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.residents.api.Search;

/**
 * The register of a country that grows from a hundred thousand to a million people: loading with
 * codes and numbers, moves of whole households with everything that follows from them, and finding
 * people. Everything goes through the desks, with access log, on PostgreSQL with fsync on.
 */
final class Residents implements Benchmark {
    private static final int FIRST = 100_000;
    private static final int ALL = Integer.getInteger("openmyna.bench.residents", 1_000_000);
    private static final double LOAD_SECONDS = 60;
    private static final double EVENTS = 1_000;
    private static final double LOOKUP_MILLIS = 5;
    private static final int CALLERS = 16;
    private static final int CLERKS = 8;
    private static final int LOOKUPS_A_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final double NANOS = 1e9;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double P99 = 0.99;

    @Override
    public String name() {
        return "residents-load";
    }

    @Override
    public String group() {
        return "residents";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        try (var town = new TestTown()) {
            List<BenchmarkRow> rows = new ArrayList<>();
            long begin = System.nanoTime();
            List<TestTown.Family> families = new ArrayList<>(town.load(FIRST));
            events(town, families, WARM_UP, 0);
            var _ = lookup(town, families, WARM_UP);
            double few = events(town, families, time, 1);
            double fewMillis = lookup(town, families, time);
            double loading = 0;
            if (ALL > FIRST) {
                begin = System.nanoTime();
                families.addAll(town.load(ALL));
                loading = (System.nanoTime() - begin) / NANOS;
            }
            rows.add(
                    BenchmarkRow.atMost(
                            "residents-load",
                            loading,
                            "s",
                            LOAD_SECONDS,
                            "%,d people with codes and encrypted numbers, beside %,d"
                                    .formatted(ALL, FIRST)));
            double rate = events(town, families, time, 2);
            rows.add(
                    BenchmarkRow.reaching(
                            EVENTS,
                            "residents-events",
                            rate,
                            "event/s",
                            EVENTS,
                            "%d callers; %,.0f at %,d people".formatted(CALLERS, few, FIRST)));
            double millis = lookup(town, families, time);
            rows.add(
                    BenchmarkRow.atMost(
                            "residents-lookup",
                            millis,
                            "ms",
                            LOOKUP_MILLIS,
                            "99 of 100 at %d a second, open loop: by name and birth date, then the record; %.1f at %,d"
                                    .formatted(LOOKUPS_A_SECOND, fewMillis, FIRST)));
            return rows;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whole households move within their municipality, each caller its own. */
    private static double events(
            TestTown town, List<TestTown.Family> families, Duration time, int round) {
        ResidentService register = town.register(Organisation.COUNTER);
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        var recorded = new AtomicLong();
        inParallel(
                CALLERS,
                caller -> {
                    var chance = new SplittableRandom(caller * 31L + round);
                    while (System.nanoTime() < end) {
                        // nobody else's: each caller has the families of one remainder
                        int index = chance.nextInt(families.size() / CALLERS) * CALLERS + caller;
                        if (move(town, register, families.get(index), recorded.get())) {
                            recorded.incrementAndGet();
                        }
                    }
                });
        return recorded.get() * NANOS / (System.nanoTime() - begin);
    }

    private static boolean move(
            TestTown town, ResidentService register, TestTown.Family family, long number) {
        LoadedHousehold household = family.household();
        List<Member> members = new ArrayList<>();
        for (int n = 0; n < family.members().size(); n++) {
            members.add(
                    new Member(
                            family.members().get(n),
                            household.people().get(n).person().relationship()));
        }
        var home =
                new Home(
                        household.municipality(),
                        new Address(household.address().text() + "　TEST" + number),
                        Optional.empty());
        var event = new LifeEvent.MoveWithin(home, members, List.of());
        var _ =
                register.record(
                        TestTown.call(),
                        new ResidentService.Order(
                                officer(household), new Notice(event, town.today(), town.today())));
        return true;
    }

    private static Officer officer(LoadedHousehold household) {
        return new Officer(household.municipality(), "bench", false, "TEST 負荷試験");
    }

    /**
     * What a clerk does first: find a person, open the record. They come when they come, not when
     * the one before has been served: whoever waits, waits from then.
     */
    private static double lookup(TestTown town, List<TestTown.Family> families, Duration time) {
        ResidentService register = town.register(Organisation.COUNTER);
        long start = System.nanoTime();
        long all = time.toSeconds() * LOOKUPS_A_SECOND;
        var next = new AtomicLong();
        var latencies = new Latencies();
        inParallel(
                CLERKS,
                clerk -> {
                    var chance = new SplittableRandom(clerk);
                    for (long n = next.getAndIncrement(); n < all; n = next.getAndIncrement()) {
                        long begin = start + n * (long) NANOS / LOOKUPS_A_SECOND;
                        LockSupport.parkNanos(begin - System.nanoTime());
                        TestTown.Family family = families.get(chance.nextInt(families.size()));
                        LoadedHousehold household = family.household();
                        if (household.people().stream()
                                .anyMatch(one -> one.protection().isPresent())) {
                            continue;
                        }
                        var person = household.people().getFirst().person();
                        var found =
                                register.find(
                                        TestTown.call(),
                                        new ResidentService.Find(
                                                officer(household),
                                                new Search(
                                                        Optional.of(person.name().text()),
                                                        Optional.empty(),
                                                        Optional.of(person.birthDate()),
                                                        Optional.empty(),
                                                        20)));
                        if (found.isEmpty()) throw new IllegalStateException("nobody was found");
                        var _ =
                                register.record(
                                        TestTown.call(),
                                        family.members().getFirst().value(),
                                        new ResidentService.Look(
                                                officer(household),
                                                new AsAt(town.today(), Instant.now())));
                        long nanos = System.nanoTime() - begin;
                        synchronized (latencies) {
                            latencies.add(nanos);
                        }
                    }
                });
        return latencies.quantile(P99).toNanos() / NANOS_A_MILLI;
    }

    private interface Turn {
        void of(int caller);
    }

    private static void inParallel(int callers, Turn turn) {
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < callers; n++) {
            int caller = n;
            threads.add(Thread.ofPlatform().start(() -> turn.of(caller)));
        }
        for (Thread each : threads) {
            try {
                each.join();
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openmyna.kernel.Address;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * From the commit of a move to the answer "revoked", while five hundred other households move every
 * second: people with real cards among them.
 */
final class RevocationLatency implements Benchmark {
    private static final int PEOPLE = 20_000;
    private static final int CARDS = 20;
    private static final int A_SECOND = 500;
    private static final double LIMIT_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "revocation-latency";
    }

    @Override
    public String group() {
        return "residents";
    }

    private record Holder(TestTown.Family family, CertificateSerial serial) {}

    @Override
    public List<BenchmarkRow> run(Duration time) {
        try (var town = new TestTown()) {
            List<TestTown.Family> families = town.load(PEOPLE);
            List<Holder> holders = holders(town, families);
            ResidentService register = town.register(Organisation.COUNTER);
            var latencies = new Latencies();
            long began = System.nanoTime();
            int others = 0;
            var never = new CountDownLatch(1);
            long pause = Math.max(time.toNanos(), Duration.ofSeconds(10).toNanos()) / CARDS;
            try (var callers = Executors.newFixedThreadPool(16)) {
                for (Holder holder : holders) {
                    long until = System.nanoTime() + pause;
                    while (System.nanoTime() < until) {
                        TestTown.Family next = families.get(others % (families.size() / 2));
                        int number = others++;
                        callers.execute(() -> move(town, register, next, number));
                        long due = began + (long) (others * NANOS / A_SECOND);
                        long wait = due - System.nanoTime();
                        if (wait > 0 && never.await(wait, TimeUnit.NANOSECONDS)) break;
                    }
                    move(town, register, holder.family(), others++);
                    latencies.add(untilRevoked(town, holder.serial()));
                }
            }
            double rate = others * NANOS / (System.nanoTime() - began);
            double worst = latencies.quantile(1).toNanos() / NANOS;
            return List.of(
                    BenchmarkRow.atMost(
                            name(),
                            worst,
                            "s",
                            LIMIT_SECONDS,
                            "the slowest of %d, from the notice's answer, while %,.0f moves a second are"
                                            .formatted(CARDS, rate)
                                    + " recorded; median %.2f s"
                                            .formatted(latencies.quantile(0.5).toNanos() / NANOS)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** The last families that have an adult householder get a card each. */
    private static List<Holder> holders(TestTown town, List<TestTown.Family> families) {
        CardService cards = town.server().desks(CardService.class).desk(Organisation.SANDBOX);
        List<Holder> holders = new ArrayList<>();
        for (int n = families.size() - 1; holders.size() < CARDS; n--) {
            TestTown.Family family = families.get(n);
            var card = cards.make(TestTown.call(), family.members().getFirst().value());
            card.signatureSerial()
                    .ifPresent(serial ->
                            holders.add(
                                    new Holder(
                                            family,
                                            CertificateSerial.of(Long.parseLong(serial, 16)))));
        }
        return holders;
    }

    private static long untilRevoked(TestTown town, CertificateSerial serial) {
        CertificationAuthority authority = town.server().authorities().authority(CaKind.SIGNATURE);
        long begin = System.nanoTime();
        while (!(authority.statusOf(serial) instanceof CertificateStatus.Revoked)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) break;
            Thread.onSpinWait();
        }
        return System.nanoTime() - begin;
    }

    private static void move(
            TestTown town, ResidentService register, TestTown.Family family, int number) {
        var household = family.household();
        List<Member> members = new ArrayList<>();
        for (int n = 0; n < family.members().size(); n++) {
            members.add(
                    new Member(
                            family.members().get(n),
                            household.people().get(n).person().relationship()));
        }
        var event =
                new LifeEvent.MoveWithin(
                        new Home(
                                household.municipality(),
                                new Address(household.address().text() + "　TEST" + number),
                                Optional.empty()),
                        members,
                        List.of());
        var _ =
                register.record(
                        TestTown.call(),
                        new ResidentService.Order(
                                new Officer(household.municipality(), "bench", false, "TEST 負荷試験"),
                                new Notice(event, town.today(), town.today())));
    }
}

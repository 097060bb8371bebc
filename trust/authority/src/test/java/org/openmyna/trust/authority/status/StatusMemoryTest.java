package org.openmyna.trust.authority.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/** The index by itself: how much it takes, and what readers see while it is written. */
final class StatusMemoryTest {
    private static final short GENERATION = 1001;
    private static final int MILLION = 1_000_000;
    private static final Instant WHEN = Instant.parse("2026-04-01T00:00:00Z");
    private static final RevocationReason[] REASONS = RevocationReason.values();

    private final StatusIndex index = new StatusIndex();

    @Test
    void a_million_serials_take_two_and_a_half_bytes_each() {
        var chance = new Random(9);
        for (int serial = 1; serial <= MILLION; serial++) {
            index.apply(GENERATION, serial, Packed.GOOD);
        }
        for (int n = 0; n < 300_000; n++) {
            index.apply(
                    GENERATION,
                    1 + chance.nextLong(MILLION),
                    Packed.revoked(
                            WHEN.plusSeconds(chance.nextInt()), RevocationReason.SUPERSEDED));
        }
        index.publish(1, new byte[32]);
        assertThat(index.bytes()).isLessThan(2_500_000);
    }

    @Test
    void a_generation_takes_no_memory_for_the_serials_of_those_before_it() {
        index.apply(GENERATION, 1, Packed.GOOD);
        index.apply((short) 1002, 100L * MILLION, Packed.GOOD);
        index.publish(2, new byte[32]);
        assertThat(index.bytes()).isLessThan(10_000);
        assertThat(status(GENERATION, 100L * MILLION)).isEqualTo(new CertificateStatus.Unknown());
        assertThat(status((short) 1002, 100L * MILLION)).isEqualTo(new CertificateStatus.Good());
    }

    @Test
    void serials_far_ahead_do_not_hide_a_later_revocation_of_the_first_one() {
        index.apply(GENERATION, 1, Packed.GOOD);
        for (long block : new long[] {700_000, 700_001, 1 << 20, 1 << 27}) {
            index.apply(GENERATION, block * StatusBlock.SERIALS, Packed.GOOD);
        }
        index.publish(5, new byte[32]);
        index.apply(GENERATION, 1, Packed.revoked(WHEN, RevocationReason.SUPERSEDED));
        index.publish(6, new byte[32]);
        assertThat(status(GENERATION, 1))
                .isEqualTo(new CertificateStatus.Revoked(WHEN, RevocationReason.SUPERSEDED));
        assertThat(status(GENERATION, (1L << 27) * StatusBlock.SERIALS))
                .isEqualTo(new CertificateStatus.Good());
    }

    @Test
    void an_earlier_serial_than_the_first_one_is_taken_too() {
        index.apply(GENERATION, 100L * MILLION, Packed.GOOD);
        index.apply(GENERATION, 50L * MILLION, Packed.revoked(WHEN, RevocationReason.SUPERSEDED));
        index.apply(GENERATION, Long.MAX_VALUE, Packed.GOOD);
        index.publish(3, new byte[32]);
        assertThat(status(GENERATION, 100L * MILLION)).isEqualTo(new CertificateStatus.Good());
        assertThat(status(GENERATION, 50L * MILLION))
                .isEqualTo(new CertificateStatus.Revoked(WHEN, RevocationReason.SUPERSEDED));
        assertThat(status(GENERATION, Long.MAX_VALUE)).isEqualTo(new CertificateStatus.Good());
        assertThat(status(GENERATION, Long.MAX_VALUE - 1))
                .isEqualTo(new CertificateStatus.Unknown());
    }

    @Test
    void every_date_of_four_thousand_years_and_every_reason_is_told_as_it_was() {
        var chance = new Random(5);
        for (int n = 0; n < 10_000; n++) {
            Instant when = Instant.ofEpochSecond(946_684_800L + chance.nextLong(1L << 37));
            RevocationReason reason = REASONS[chance.nextInt(REASONS.length)];
            index.apply(GENERATION, 1 + n % 5_000, Packed.revoked(when, reason));
            index.publish(n, new byte[32]);
            assertThat(status(GENERATION, 1 + n % 5_000))
                    .isEqualTo(new CertificateStatus.Revoked(when, reason));
        }
    }

    @Test
    void what_is_forgotten_before_it_is_published_was_never_seen() {
        var long127 = new CertificateSerial(BigInteger.TWO.pow(127));
        index.apply(GENERATION, 5, Packed.GOOD);
        index.apply(GENERATION, long127.value(), Packed.GOOD);
        assertThat(status(GENERATION, 5)).isEqualTo(new CertificateStatus.Unknown());
        index.forget();
        index.publish(1, new byte[32]);
        assertThat(status(GENERATION, 5)).isEqualTo(new CertificateStatus.Unknown());
        assertThat(index.statusOf(GENERATION, long127)).isEqualTo(new CertificateStatus.Unknown());
    }

    @Test
    void many_changes_at_once_lead_to_the_same_as_one_by_one() {
        var oneByOne = new StatusIndex();
        var chance = new Random(6);
        for (int round = 0; round < 50; round++) {
            int changes = 1 + chance.nextInt(2_000);
            for (int n = 0; n < changes; n++) {
                long serial = 1 + chance.nextLong(3L * StatusBlock.SERIALS);
                long packed =
                        chance.nextBoolean()
                                ? Packed.GOOD
                                : Packed.revoked(
                                        WHEN.plusSeconds(chance.nextInt()),
                                        REASONS[chance.nextInt(REASONS.length)]);
                index.apply(GENERATION, serial, packed);
                oneByOne.apply(GENERATION, serial, packed);
                oneByOne.publish(n, new byte[32]);
            }
            index.publish(round, new byte[32]);
            for (long serial = 0; serial <= 3L * StatusBlock.SERIALS; serial++) {
                assertThat(index.packedStatusOf(GENERATION, serial))
                        .isEqualTo(oneByOne.packedStatusOf(GENERATION, serial));
            }
        }
    }

    @Test
    void a_look_up_of_a_packed_status_makes_no_objects() {
        for (int serial = 1; serial <= 100_000; serial++) {
            index.apply(
                    GENERATION,
                    serial,
                    serial % 3 == 0
                            ? Packed.revoked(WHEN, RevocationReason.SUPERSEDED)
                            : Packed.GOOD);
        }
        index.publish(1, new byte[32]);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        sumOfStatuses();
        long before = threads.getCurrentThreadAllocatedBytes();
        long sum = sumOfStatuses();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
        assertThat(sum).isNotZero();
    }

    private long sumOfStatuses() {
        long sum = 0;
        for (int n = 0; n < 200_000; n++) sum += index.packedStatusOf(GENERATION, n);
        return sum;
    }

    /** The n-th revocation of a serial is dated n seconds later, with the n-th reason. */
    @Test
    void readers_see_each_status_before_or_after_a_change_and_never_an_older_one_again()
            throws Exception {
        int serials = 3 * StatusBlock.SERIALS;
        var ended = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Long>> readers = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                readers.add(threads.submit(() -> read(serials, ended)));
            }
            var chance = new Random(2);
            int[] version = new int[serials];
            for (int n = 0; n < 200_000; n++) {
                int serial = 1 + chance.nextInt(serials - 1);
                int next = version[serial]++;
                index.apply(
                        GENERATION,
                        serial,
                        Packed.revoked(WHEN.plusSeconds(next), REASONS[next % REASONS.length]));
                if (chance.nextInt(20) == 0) index.publish(n, new byte[32]);
            }
            ended.set(true);
            for (Future<Long> reader : readers) assertThat(reader.get()).isPositive();
        }
    }

    private long read(int serials, AtomicBoolean ended) {
        long[] seen = new long[serials];
        long reads = 0;
        var chance = new Random(3);
        while (!ended.get()) {
            int serial = 1 + chance.nextInt(serials - 1);
            if (status(GENERATION, serial)
                    instanceof CertificateStatus.Revoked(var when, var why)) {
                long version = when.getEpochSecond() - WHEN.getEpochSecond();
                assertThat(version).isBetween(seen[serial], 200_000L);
                assertThat(why).isEqualTo(REASONS[(int) version % REASONS.length]);
                seen[serial] = version;
                reads++;
            } else {
                assertThat(seen[serial]).isZero();
            }
        }
        return reads;
    }

    private CertificateStatus status(short generation, long serial) {
        return index.statusOf(generation, CertificateSerial.of(serial));
    }
}

package org.openmyna.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.authority.status.StatusFollower;
import org.openmyna.trust.authority.status.StatusIndex;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/**
 * Status, time and reason of a random serial among 1, 10 and 100 million, 30 % of them revoked; and
 * how fast an index of ten million log entries is read back from PostgreSQL.
 */
final class StatusLookup implements Benchmark {
    private static final short GENERATION = 1001;
    private static final int MILLION = 1_000_000;
    private static final int[] GROWTH = {1, 10, 100};
    private static final int LOOKUPS = 4_000_000;
    private static final double NANOS = 1_000;
    private static final double BYTES = 2.5;
    private static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");

    @Override
    public String name() {
        return "status-lookup";
    }

    @Override
    public String group() {
        return "authority";
    }

    @Override
    public List<BenchmarkRow> run(Duration unused) {
        List<BenchmarkRow> rows = new ArrayList<>();
        var index = new StatusIndex();
        int filled = 0;
        for (int millions : GROWTH) {
            fill(index, filled + 1, millions * MILLION);
            filled = millions * MILLION;
            String count = millions + " million certificates, 30 % revoked";
            boolean whole = millions == GROWTH[GROWTH.length - 1];
            String suffix = whole ? "" : "-" + millions + "m";
            rows.add(
                    BenchmarkRow.atMost(
                            "status-lookup" + suffix,
                            nanosEach(index, filled),
                            "ns",
                            NANOS,
                            count + ", random serials, one thread, date and reason decoded"));
            rows.add(
                    BenchmarkRow.atMost(
                            "status-bytes" + suffix,
                            (double) index.bytes() / filled,
                            "B",
                            BYTES,
                            count + "; for each certificate"));
        }
        rows.add(rebuilt());
        return rows;
    }

    private static void fill(StatusIndex index, int from, int to) {
        var chance = new SplittableRandom(from);
        RevocationReason[] reasons = RevocationReason.values();
        for (int serial = from; serial <= to; serial++) {
            boolean revoked = chance.nextInt(10) < 3;
            index.apply(
                    new StatusEvent(
                            revoked ? StatusEvent.Kind.REVOKED : StatusEvent.Kind.ACTIVATED,
                            GENERATION,
                            CertificateSerial.of(serial),
                            revoked
                                    ? Optional.of(reasons[serial % reasons.length])
                                    : Optional.empty(),
                            "*",
                            BEGIN,
                            Optional.empty()),
                    BEGIN.plusSeconds(serial));
        }
        index.publish(to, new byte[32]);
    }

    private static double nanosEach(StatusIndex index, int serials) {
        var chance = new SplittableRandom(7);
        CertificateSerial[] asked = new CertificateSerial[1 << 20];
        for (int n = 0; n < asked.length; n++) {
            asked[n] = CertificateSerial.of(1 + chance.nextInt(serials));
        }
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            int good = 0;
            long begin = System.nanoTime();
            for (int n = 0; n < LOOKUPS; n++) {
                var status = index.statusOf(GENERATION, asked[n & asked.length - 1]);
                if (status instanceof org.openmyna.trust.authority.status.CertificateStatus.Good) {
                    good++;
                }
            }
            best = Math.min(best, (double) (System.nanoTime() - begin) / LOOKUPS);
            if (good < LOOKUPS / 2) throw new IllegalStateException("70 % are good");
        }
        return best;
    }

    private static BenchmarkRow rebuilt() {
        int entries = 10 * MILLION;
        try (Database database = TemporaryDatabase.fresh()) {
            var source = database.open("authority", 4);
            LogTable.fill(source, GENERATION, entries);
            double scan = entries / LogTable.secondsToDrain(source);
            var index = new StatusIndex();
            var follower =
                    new StatusFollower(source, index, Optional.empty(), InstantSource.system());
            long begin = System.nanoTime();
            long reached = follower.follow();
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (reached != entries) throw new IllegalStateException("not all were read");
            return BenchmarkRow.reaching(
                    MILLION,
                    "status-rebuild",
                    entries / seconds,
                    "row/s",
                    scan,
                    "10 million log entries read back from PostgreSQL on this machine; limit: the"
                            + " same rows copied out and thrown away");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}

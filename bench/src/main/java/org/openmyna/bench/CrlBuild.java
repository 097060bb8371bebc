package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.authority.crl.PublishedList;

/**
 * The full list of a generation with a million revoked certificates: from PostgreSQL to a linted,
 * signed, synced file that is served from then on.
 */
final class CrlBuild implements Benchmark {
    private static final int ENTRIES = 1_000_000;
    private static final int ROUNDS = 3;
    private static final double SECONDS = 3;

    @Override
    public String name() {
        return "crl-build";
    }

    @Override
    public String group() {
        return "authority";
    }

    @Override
    public List<BenchmarkRow> run(Duration unused) {
        try (var authority = new SpecimenAuthority()) {
            short generation = authority.ca().generations().getFirst().id();
            LogTable.revoke(authority.database().open("authority", 2), generation, ENTRIES);
            double[] seconds = new double[ROUNDS];
            long bytes = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                PublishedList list =
                        authority.authorities().lists().publish(generation, Optional.empty());
                seconds[round] = (System.nanoTime() - begin) / 1e9;
                if (list.entries() != ENTRIES) throw new IllegalStateException("not all are in it");
                bytes = list.bytes();
            }
            double first = seconds[0];
            Arrays.sort(seconds);
            return List.of(
                    BenchmarkRow.atMost(
                            name(),
                            seconds[ROUNDS / 2],
                            "s",
                            SECONDS,
                            "1 million entries, %,d bytes, from the table to the synced file, linted; the first took %.1f s"
                                    .formatted(bytes, first)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}

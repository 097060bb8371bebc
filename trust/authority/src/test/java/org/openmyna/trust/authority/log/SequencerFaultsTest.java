package org.openmyna.trust.authority.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;

/** Whoever dies while events are moved: no entry is lost, none is doubled, and somebody goes on. */
final class SequencerFaultsTest {
    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);
    private static final InstantSource CLOCK = InstantSource.system();

    private final Random chance = new Random(11);
    @TempDir private Path home;

    @Test
    void programs_killed_while_they_move_events_lose_nothing_and_double_nothing()
            throws IOException, InterruptedException {
        String url = TemporaryDatabase.freshUrl();
        try (Database server = Database.at(url)) {
            DataSource database = server.open("authority", 5);
            Logs.makePartitions(database, RandomHistory.FIRST);
            StatusLog log = Logs.over(database, CLOCK);
            try (var committers = new Committers(database)) {
                for (int kill = 0; kill < 3 * LENGTH; kill++) {
                    Process program = program(url);
                    long target = log.position() + 1 + chance.nextInt(3_000);
                    await(() -> log.position() >= target);
                    program.toHandle().destroyForcibly();
                    program.waitFor();
                }
                committers.endAndCheck(log);
            }
        }
    }

    private static Process program(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SequencingProgram.class.getName(),
                        url)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void connections_cut_in_the_middle_lose_nothing_and_double_nothing() throws Exception {
        String url = TemporaryDatabase.freshUrl();
        try (Database server = Database.at(url);
                Database beside = Database.at(url)) {
            DataSource database = server.open("authority", 8);
            Logs.makePartitions(database, RandomHistory.FIRST);
            StatusLog log = Logs.over(database, CLOCK);
            StatusLog other = Logs.over(database, CLOCK);
            DataSource killer = beside.open("authority", 1);
            try (AutoCloseable _ = log.start();
                    AutoCloseable _ = other.start();
                    var committers = new Committers(database)) {
                for (int cut = 0; cut < 30 * LENGTH; cut++) {
                    int target = committers.acknowledged() + 1 + chance.nextInt(200);
                    await(() -> committers.acknowledged() >= target);
                    Logs.run(killer, cutting(cut % 10 == 0 ? 100 : 1 + chance.nextInt(3)));
                }
                long moved = position(killer);
                await(() -> position(killer) > moved);
                committers.endAndCheck(Logs.over(killer, CLOCK));
            }
        }
    }

    private static String cutting(int connections) {
        return """
        DO $$ BEGIN
            PERFORM pg_terminate_backend(pid)
               FROM (SELECT pid FROM pg_stat_activity
                      WHERE usename = current_user AND datname = current_database()
                        AND pid <> pg_backend_pid()
                      ORDER BY random() LIMIT %d) AS each;
        END $$
        """
                .formatted(connections);
    }

    private static long position(DataSource database) {
        return Logs.over(database, CLOCK).position();
    }

    @Test
    void a_killed_server_that_comes_back_has_lost_nothing() throws Exception {
        Path folder = home.resolve("db");
        try (Database server = Database.embedded(folder)) {
            DataSource database = server.open("authority", 6);
            Logs.makePartitions(database, RandomHistory.FIRST);
            StatusLog log = Logs.over(database, CLOCK);
            try (AutoCloseable _ = log.start();
                    var committers = new Committers(database)) {
                for (int kill = 0; kill < LENGTH; kill++) {
                    int target = committers.acknowledged() + 1_000;
                    await(() -> committers.acknowledged() >= target);
                    Path pid = folder.resolve("data").resolve("postmaster.pid");
                    long postmaster = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
                    ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
                    int atDeath = committers.acknowledged();
                    await(() -> committers.acknowledged() > atDeath + 500);
                }
                committers.endAndCheck(log);
            }
        }
    }

    @Test
    void a_sequencer_that_freezes_with_the_lock_is_cut_off() throws SQLException {
        try (Database server = TemporaryDatabase.fresh()) {
            DataSource database = server.open("authority", 4);
            Logs.makePartitions(database, RandomHistory.FIRST, RandomHistory.SECOND);
            List<StatusEvent> events = new RandomHistory(chance).next();
            Logs.commit(database, Instant.parse("2026-04-01T00:00:00Z"), events);
            StatusLog log = Logs.over(database, CLOCK);
            Connection frozen = database.getConnection();
            frozen.setAutoCommit(false);
            var sequencer = new Sequencer(Duration.ofMillis(200));
            sequencer.lock(frozen);
            assertThat(sequencer.move(frozen)).isEqualTo(events.size());
            assertThat(log.sequence()).as("somebody else is moving them").isZero();
            assertThat(log.catchUp()).isEqualTo(events.size());
            assertThat(log.verify()).isInstanceOf(LogCheck.Sound.class);
            frozen.abort(Runnable::run);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!answers(condition)) {
            assertThat(System.nanoTime()).as("in a minute").isLessThan(end);
            // whoever asks without a pause takes the processor from those who are waited for
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** A server that is just coming back has no answer yet. */
    private static boolean answers(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (LogNotReached later) {
            return false;
        }
    }
}

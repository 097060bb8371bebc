package org.openmyna.trust.authority.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.trust.authority.log.Logs;
import org.openmyna.trust.authority.log.RandomHistory;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.authority.log.StatusLog;
import org.openmyna.trust.profile.CertificateSerial;

/** How an index follows: where it can only read, beside a broken log, by itself. */
final class StatusFollowerTest {
    private final String url = TemporaryDatabase.freshUrl();
    private final Database server = Database.at(url);
    private final DataSource database = server.open("authority", 5);
    private final RandomHistory history = new RandomHistory(new Random(7));
    private final StatusLog log = Logs.over(database, history::now);
    private final StatusIndex index = new StatusIndex();
    @TempDir private Path folder;

    @BeforeEach
    void write() {
        Logs.makePartitions(database, RandomHistory.FIRST, RandomHistory.SECOND);
        for (int act = 0; act < 20; act++) happen();
        log.catchUp();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_machine_that_can_only_read_the_database_follows_too() {
        try (Database readOnly = Database.readOnlyAt(url)) {
            DataSource readers = readOnly.open("authority", 1);
            var far = new StatusFollower(readers, index, Optional.empty(), history::now, 5, 10);
            assertThat(far.follow()).as("by a pool of one connection").isEqualTo(log.position());
            happen();
            log.catchUp();
            assertThat(far.follow()).isEqualTo(log.position());
            assertThatThrownBy(() -> Logs.run(readers, "DELETE FROM status_log"))
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void a_log_that_is_cut_or_written_anew_under_a_running_reader_is_not_believed() {
        var follower = new StatusFollower(database, index, Optional.empty(), history::now);
        follower.follow();
        var told = index.dataTime();
        Logs.run(database, "CREATE TABLE cut AS SELECT * FROM status_log");
        Logs.run(database, "DELETE FROM status_log WHERE position > 5");
        assertThatThrownBy(follower::follow).isInstanceOf(LogNotWhole.class);
        Logs.run(database, "TRUNCATE status_log");
        Logs.run(database, "INSERT INTO status_log SELECT * FROM cut");
        Logs.run(database, "UPDATE status_log SET hash = sha256(hash)");
        assertThatThrownBy(follower::follow).isInstanceOf(LogNotWhole.class);
        assertThat(index.dataTime()).isEqualTo(told);
    }

    @Test
    void a_log_with_a_hole_or_nonsense_is_not_told_further() {
        List.of(
                        "DELETE FROM status_log WHERE position = 9",
                        "UPDATE status_log SET event = 9 WHERE position = 9",
                        "UPDATE status_log SET serial = '\\x' WHERE position = 9",
                        "UPDATE status_log SET serial = '\\x0000' WHERE position = 9",
                        "UPDATE status_log SET serial = sha256('') WHERE position = 9",
                        "UPDATE status_log SET event = 4, reason = NULL WHERE position = 9",
                        "UPDATE status_log SET event = 4, reason = 7 WHERE position = 9",
                        "UPDATE status_log SET event = 4, reason = -1 WHERE position = 9",
                        "UPDATE status_log SET event = 3, reason = 1 WHERE position = 9")
                .forEach(this::isNotFollowedBehindEight);
    }

    private void isNotFollowedBehindEight(String sql) {
        Logs.run(database, "CREATE TABLE kept AS SELECT * FROM status_log WHERE position = 9");
        assertThat(Logs.run(database, sql)).as(sql).isEqualTo(1);
        for (long far : new long[] {1, 1_000}) {
            var broken = new StatusIndex();
            var follower =
                    new StatusFollower(database, broken, Optional.empty(), history::now, 4, far);
            assertThatThrownBy(follower::follow).as(sql).isInstanceOf(LogNotWhole.class);
            assertThat(broken.position()).as(sql).isEqualTo(8);
        }
        Logs.run(database, "DELETE FROM status_log WHERE position = 9");
        Logs.run(database, "INSERT INTO status_log SELECT * FROM kept");
        Logs.run(database, "DROP TABLE kept");
        var whole = new StatusFollower(database, new StatusIndex(), Optional.empty(), history::now);
        assertThat(whole.follow()).isEqualTo(log.position());
    }

    @Test
    void the_background_thread_follows_tells_and_leaves_a_snapshot_behind() throws Exception {
        Path snapshot = folder.resolve("deep").resolve("status");
        var follower = new StatusFollower(database, index, Optional.of(snapshot), history::now);
        follower.follow();
        BlockingQueue<CertificateSerial> heard = new LinkedBlockingQueue<>();
        follower.onChange((kind, generation, serial) -> heard.add(serial));
        try (AutoCloseable _ = follower.start()) {
            assertThat(follower.lag()).isLessThan(Duration.ofSeconds(5));
            happenUntilTold(heard);
        }
        var next = new StatusIndex();
        assertThat(new StatusSnapshot(snapshot).readInto(next)).isTrue();
        assertThat(next.position()).isEqualTo(log.position());
        assertThat(next.hash()).isEqualTo(index.hash());
    }

    @Test
    void a_listener_that_fails_does_not_stop_the_index() throws Exception {
        var follower = new StatusFollower(database, index, Optional.empty(), history::now);
        follower.follow();
        BlockingQueue<CertificateSerial> heard = new LinkedBlockingQueue<>();
        follower.onChange((kind, generation, serial) -> {
            heard.add(serial);
            throw new IllegalStateException("a mistake of somebody else");
        });
        try (AutoCloseable _ = follower.start()) {
            happenUntilTold(heard);
            happenUntilTold(heard);
        }
        assertThat(follower.follow()).isEqualTo(log.position());
    }

    private void happenUntilTold(BlockingQueue<CertificateSerial> heard)
            throws InterruptedException {
        heard.clear();
        for (int act = 0; act < 10; act++) happen();
        log.catchUp();
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    private void happen() {
        List<StatusEvent> next = history.next();
        history.committed(next, Logs.commit(database, history.now(), next));
    }
}

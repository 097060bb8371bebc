package org.openmyna.trust.authority.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.trust.authority.log.Logs;
import org.openmyna.trust.authority.log.RandomHistory;
import org.openmyna.trust.authority.log.RandomHistory.Certificate;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.authority.log.StatusLog;
import org.openmyna.trust.profile.CertificateSerial;

class StatusIndexTest {
    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);

    private final Database server = TemporaryDatabase.fresh();
    private final DataSource database = server.open("authority", 5);
    private RandomHistory history = new RandomHistory(new Random(1));
    private final StatusLog log = Logs.over(database, () -> history.now());
    @TempDir private Path folder;

    @BeforeEach
    void establish() {
        Logs.makePartitions(database, RandomHistory.FIRST, RandomHistory.SECOND);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Rebuilt by pieces of three entries, over two connections from the eleventh on. */
    private StatusIndex rebuilt(Optional<Path> snapshot) {
        var index = new StatusIndex();
        new StatusFollower(database, index, snapshot, () -> history.now(), 3, 10).follow();
        return index;
    }

    @Test
    void model_index_table_rebuild_and_snapshots_agree_at_every_position() throws Exception {
        for (int seed = 0; seed < LENGTH; seed++) {
            history = new RandomHistory(new Random(seed));
            var chance = new Random(seed);
            Logs.run(database, "TRUNCATE status_log, log_head, revoked");
            var index = new StatusIndex();
            StatusFollower follower = follower(index, Optional.empty());
            long position = 0;
            while (position < 130) {
                for (StatusEvent event : history.next()) {
                    history.committed(
                            List.of(event), Logs.commit(database, history.now(), List.of(event)));
                    position++;
                    assertThat(log.catchUp()).isEqualTo(position);
                    assertThat(follower.follow()).isEqualTo(position);
                    assertTells(index);
                    assertThat(revokedRows()).isEqualTo(revokedByModel());
                    StatusIndex again = rebuilt(Optional.empty());
                    assertThat(again.position()).isEqualTo(position);
                    assertThat(again.hash()).isEqualTo(index.hash());
                    assertTells(again);
                    new StatusSnapshot(snapshot(position)).write(index);
                    Path earlier = snapshot(1 + chance.nextLong(position));
                    assertTells(rebuilt(Optional.of(earlier)));
                }
            }
            for (long each = 1; each <= position; each++) {
                assertTells(rebuilt(Optional.of(snapshot(each))));
            }
        }
    }

    private Path snapshot(long position) {
        return folder.resolve("status-" + position);
    }

    @Test
    void an_act_of_many_events_is_followed_as_one() {
        var index = new StatusIndex();
        StatusFollower follower = follower(index, Optional.empty());
        for (int act = 0; act < 40; act++) {
            happen();
            assertThat(follower.follow()).as("the inbox is not the log").isLessThan(log.catchUp());
            follower.follow();
            assertTells(index);
        }
    }

    @Test
    void a_damaged_snapshot_is_no_snapshot_and_one_ahead_of_the_log_stops_all() throws Exception {
        Path file = folder.resolve("status");
        for (int act = 0; act < 50; act++) happen();
        log.catchUp();
        StatusFollower first = follower(new StatusIndex(), Optional.of(file));
        first.follow();
        first.saveSnapshot();
        byte[] whole = Files.readAllBytes(file);
        var chance = new Random(3);
        for (int round = 0; round < 60; round++) {
            byte[] damaged =
                    round % 3 == 0
                            ? java.util.Arrays.copyOf(whole, chance.nextInt(whole.length))
                            : whole.clone();
            if (round % 3 != 0)
                damaged[chance.nextInt(whole.length)] ^= (byte) (1 + chance.nextInt(255));
            Files.write(file, damaged);
            var index = new StatusIndex();
            follower(index, Optional.of(file)).follow();
            assertTells(index);
        }
        Files.write(file, whole);
        Logs.run(database, "CREATE TABLE newest AS SELECT * FROM status_log");
        Logs.run(database, "DELETE FROM status_log WHERE position > 9");
        var index = new StatusIndex();
        StatusFollower ahead = follower(index, Optional.of(file));
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(ahead::follow)
                    .isInstanceOf(LogBehindSnapshot.class)
                    .hasMessageContaining("MYNA-STA-004");
            assertThat(index.dataTime()).isEqualTo(Instant.EPOCH);
            assertTellsNothing(index);
        }
        ahead.saveSnapshot();
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);

        Logs.run(database, "INSERT INTO status_log SELECT * FROM newest WHERE position > 9");
        ahead.follow();
        assertTells(index);
    }

    @Test
    void who_takes_the_snapshot_away_says_that_the_shorter_log_counts() throws Exception {
        Path file = folder.resolve("status");
        for (int act = 0; act < 20; act++) happen();
        log.catchUp();
        StatusFollower first = follower(new StatusIndex(), Optional.of(file));
        first.follow();
        first.saveSnapshot();
        Logs.run(database, "TRUNCATE status_log, log_head, revoked");
        for (int act = 0; act < 40; act++) happen();
        log.catchUp();
        var other = new StatusIndex();
        StatusFollower ahead = follower(other, Optional.of(file));
        assertThatThrownBy(ahead::follow)
                .as("as many entries, and others")
                .isInstanceOf(LogBehindSnapshot.class);
        assertTellsNothing(other);
        Files.delete(file);
        assertThat(ahead.follow()).isEqualTo(log.position());
        ahead.saveSnapshot();
        assertThat(rebuilt(Optional.of(file)).position()).isEqualTo(log.position());
    }

    private void assertTellsNothing(StatusIndex index) {
        assertThat(history.certificates())
                .allSatisfy(each ->
                        assertThat(index.statusOf(each.generation(), each.serial()))
                                .isEqualTo(new CertificateStatus.Unknown()));
    }

    @Test
    void listeners_hear_what_changed_after_the_index_tells_it() {
        var index = new StatusIndex();
        StatusFollower follower = follower(index, Optional.empty());
        follower.follow();
        List<Certificate> heard = new ArrayList<>();
        follower.onChange((kind, generation, serial) -> {
            heard.add(new Certificate(generation, serial));
            assertThat(kind).isNotEqualTo(StatusEvent.Kind.CERTIFIED);
        });
        for (int act = 0; act < 30; act++) happen();
        log.catchUp();
        follower.follow();
        assertThat(heard).isNotEmpty();
        assertThat(heard)
                .allSatisfy(each ->
                        assertThat(index.statusOf(each.generation(), each.serial()))
                                .isNotEqualTo(new CertificateStatus.Unknown()));
    }

    @Test
    void data_time_is_the_legal_time_of_the_last_look_and_never_goes_back() {
        var index = new StatusIndex();
        Instant[] now = {Instant.parse("2026-04-01T00:00:00Z")};
        var follower = new StatusFollower(database, index, Optional.empty(), () -> now[0]);
        follower.follow();
        assertThat(index.dataTime()).isEqualTo(now[0]);
        now[0] = now[0].minusSeconds(100);
        follower.follow();
        assertThat(index.dataTime()).isEqualTo(now[0].plusSeconds(100));
    }

    private StatusFollower follower(StatusIndex index, Optional<Path> snapshot) {
        return new StatusFollower(database, index, snapshot, () -> history.now());
    }

    private void happen() {
        List<StatusEvent> next = history.next();
        history.committed(next, Logs.commit(database, history.now(), next));
    }

    private void assertTells(StatusIndex index) {
        for (Certificate each : history.certificates()) {
            CertificateStatus expected =
                    history.of(each)
                            .map(StatusIndexTest::status)
                            .orElse(new CertificateStatus.Unknown());
            if (!index.statusOf(each.generation(), each.serial()).equals(expected)) {
                assertThat(index.statusOf(each.generation(), each.serial()))
                        .as("%s", each)
                        .isEqualTo(expected);
            }
        }
        assertThat(index.statusOf((short) 1001, CertificateSerial.of(999_999_999)))
                .isEqualTo(new CertificateStatus.Unknown());
    }

    private static CertificateStatus status(RandomHistory.Known known) {
        return switch (known.state()) {
            case CERTIFIED -> new CertificateStatus.Unknown();
            case GOOD -> new CertificateStatus.Good();
            case REVOKED ->
                    new CertificateStatus.Revoked(
                            known.when().orElseThrow(), known.reason().orElseThrow());
        };
    }

    private List<String> revokedByModel() {
        return history.certificates().stream()
                .filter(each ->
                        history.of(each)
                                .filter(known -> known.state() == RandomHistory.State.REVOKED)
                                .isPresent())
                .map(each -> {
                    RandomHistory.Known known = history.of(each).orElseThrow();
                    return "%d %s %d %s"
                            .formatted(
                                    each.generation(),
                                    each.serial(),
                                    known.reason().orElseThrow().code(),
                                    known.when().orElseThrow());
                })
                .sorted()
                .toList();
    }

    private List<String> revokedRows() {
        List<String> rows = new ArrayList<>();
        try (var connection = database.getConnection();
                var row =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT generation, serial, reason, revoked_at FROM revoked")) {
            while (row.next()) {
                rows.add(
                        "%d %s %d %s"
                                .formatted(
                                        row.getInt(1),
                                        new CertificateSerial(
                                                new java.math.BigInteger(1, row.getBytes(2))),
                                        row.getInt(3),
                                        row.getObject(4, java.time.OffsetDateTime.class)
                                                .toInstant()));
            }
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return rows.stream().sorted().toList();
    }
}

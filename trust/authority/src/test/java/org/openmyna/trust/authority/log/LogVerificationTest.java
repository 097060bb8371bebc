package org.openmyna.trust.authority.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.trust.profile.ValidityRule;

/** Whatever somebody with the rights of the database changes behind the log's back is found. */
final class LogVerificationTest {
    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);
    private static final int ROUNDS = LENGTH > 1 ? 60 * LENGTH : 30;
    private static final List<String> TABLES = List.of("status_log", "log_head", "revoked");

    private final Database server = TemporaryDatabase.fresh();
    private final DataSource database = server.open("authority", 4);
    private final RandomHistory history = new RandomHistory(new Random(1));
    private final InstantSource clock = history::now;
    private final StatusLog log = Logs.over(database, clock);
    private long last;
    private LogHead early;

    @BeforeEach
    void write() {
        Logs.makePartitions(database, RandomHistory.FIRST, RandomHistory.SECOND);
        happen(10);
        early = log.head();
        happen(50);
        log.head();
        for (String table : TABLES) {
            Logs.run(database, "CREATE TABLE kept_%1$s AS SELECT * FROM %1$s".formatted(table));
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_log_that_nobody_touched_is_sound() {
        assertSound(log.verify(), 2);
        assertSound(log.verifySince(early), 2);
        assertSound(log.verifySince(log.head()), 1);
    }

    @Test
    void a_change_of_any_column_is_found_where_it_was_made() {
        changes(
                "UPDATE status_log SET event = CASE event WHEN 3 THEN 5 ELSE 3 END WHERE position = 7",
                7);
        changes("UPDATE status_log SET event = 9 WHERE position = 7", 7);
        changes("UPDATE status_log SET generation = 1 WHERE position = 7", 7);
        changes("UPDATE status_log SET serial = '\\x77' WHERE position = 7", 7);
        changes("UPDATE status_log SET serial = '\\x' WHERE position = 7", 7);
        changes("UPDATE status_log SET serial = '\\x00' || serial WHERE position = 7", 7);
        changes(
                "UPDATE status_log SET reason = COALESCE(reason, 0) + 1, event = 4 WHERE position = 7",
                7);
        changes(
                "UPDATE status_log SET happened_at = happened_at + interval '1 second' WHERE position = 7",
                7);
        changes(
                "UPDATE status_log SET happened_at = happened_at + interval '1 microsecond' WHERE position = 7",
                7);
        changes("UPDATE status_log SET happened_at = '-infinity' WHERE position = 7", 7);
        changes("UPDATE status_log SET point = point || 'x' WHERE position = 7", 7);
        changes("UPDATE status_log SET point = point || '|' WHERE position = 7", 7);
        changes(
                "UPDATE status_log SET not_after = not_after - interval '1 second' WHERE position = 7",
                7);
        changes("UPDATE status_log SET not_after = 'infinity' WHERE position = 7", 7);
        changes("UPDATE status_log SET content = '\\x00' WHERE position = 7", 7);
        changes(
                "UPDATE status_log SET content = CASE WHEN content IS NULL THEN ''::bytea END WHERE position = 7",
                7);
        changes("UPDATE status_log SET hash = hash || '\\x00' WHERE position = 7", 7);
        changes("UPDATE status_log SET hash = '\\x' WHERE position = 7", 7);
    }

    @Test
    void any_bit_of_any_entry_is_found_where_it_was_changed() {
        var chance = new Random(4);
        for (int round = 0; round < ROUNDS; round++) {
            long position = 1 + chance.nextLong(last);
            String column = List.of("serial", "hash", "content").get(chance.nextInt(3));
            int bit = chance.nextInt(256);
            changes(
                    """
                    UPDATE status_log
                       SET %1$s = CASE WHEN %1$s IS NULL THEN '\\x01'::bytea
                                       ELSE set_bit(%1$s, %2$d %% bit_length(%1$s),
                                                    1 - get_bit(%1$s, %2$d %% bit_length(%1$s))) END
                     WHERE position = %3$d
                    """
                            .formatted(column, bit, position),
                    position);
        }
    }

    @Test
    void a_missing_and_an_extra_entry_are_found() {
        changes("DELETE FROM status_log WHERE position = 7", 7, LogFlaw.ENTRY_MISSING);
        changes("DELETE FROM status_log WHERE position < 7", 1, LogFlaw.ENTRY_MISSING);
        changes("DELETE FROM status_log WHERE position = 1", 1, LogFlaw.ENTRY_MISSING);
        changes(
                "DELETE FROM status_log WHERE position >= 30",
                early.position() >= 30 ? early.position() : last,
                LogFlaw.HEAD_DOES_NOT_FIT);
        changes(copyOfSeven("1000"), last + 1, LogFlaw.ENTRY_MISSING);
        changes(copyOfSeven(last + " - 6"), last + 1, LogFlaw.HASH_WRONG);
        changes(copyOfSeven("-7"), 0, LogFlaw.ENTRY_EXTRA);
        changes(copyOfSeven("-100"), -93, LogFlaw.ENTRY_EXTRA);
        changes(
                "UPDATE status_log SET position = 500 WHERE position = 7",
                7,
                LogFlaw.ENTRY_MISSING);
    }

    private static String copyOfSeven(String shift) {
        return "INSERT INTO status_log SELECT position + ("
                + shift
                + "), event, generation, serial,"
                + " reason, happened_at, point, not_after, content, hash"
                + " FROM status_log WHERE position = 7";
    }

    @Test
    void a_changed_head_is_found() {
        String here = " WHERE position = " + last;
        changes(
                "UPDATE log_head SET hash = set_byte(hash, 0, get_byte(hash, 0) # 1)" + here,
                last,
                LogFlaw.HEAD_DOES_NOT_FIT);
        changes(
                "UPDATE log_head SET hash = hash || '\\x00'" + here,
                last,
                LogFlaw.HEAD_DOES_NOT_FIT);
        changes(
                "UPDATE log_head SET position = position - 1" + here,
                last - 1,
                LogFlaw.HEAD_DOES_NOT_FIT);
        changes(
                "UPDATE log_head SET position = position + 1" + here,
                last + 1,
                LogFlaw.HEAD_DOES_NOT_FIT);
        changes("UPDATE log_head SET position = 0" + here, 0, LogFlaw.HEAD_DOES_NOT_FIT);
        changes(
                "UPDATE log_head SET signature = set_byte(signature, 12, get_byte(signature, 12) # 1)"
                        + here,
                last,
                LogFlaw.HEAD_SIGNATURE_WRONG);
        changes("UPDATE log_head SET signature = '\\x'" + here, last, LogFlaw.HEAD_SIGNATURE_WRONG);
        changes(
                "UPDATE log_head SET signed_at = signed_at + interval '1 second'" + here,
                last,
                LogFlaw.HEAD_SIGNATURE_WRONG);
    }

    @Test
    void a_table_of_revoked_ones_that_does_not_follow_from_the_log_is_found() {
        changesRevoked("UPDATE revoked SET reason = (reason + 1) % 7");
        changesRevoked("UPDATE revoked SET revoked_at = revoked_at - interval '1 second'");
        changesRevoked("UPDATE revoked SET point = 'x'");
        changesRevoked("UPDATE revoked SET not_after = not_after + interval '1 day'");
        changesRevoked("UPDATE revoked SET serial = '\\x00' || serial");
        changesRevoked("DELETE FROM revoked");
        changes(
                "INSERT INTO revoked VALUES (1001, '\\x0999', 1, now(), 'x', now())",
                0,
                LogFlaw.REVOKED_DIFFERS);
    }

    private void changesRevoked(String sql) {
        assertThat(Logs.run(database, sql)).as(sql).isPositive();
        assertThat(log.verify())
                .as(sql)
                .isInstanceOfSatisfying(
                        LogCheck.Broken.class,
                        broken -> assertThat(broken.flaw()).isEqualTo(LogFlaw.REVOKED_DIFFERS));
        restore();
    }

    @Test
    void who_rewrites_history_and_all_heads_is_found_by_those_who_kept_a_head() {
        LogHead kept = log.head();
        Logs.run(database, "DELETE FROM log_head");
        Logs.run(database, "DELETE FROM status_log WHERE position = " + last);
        Logs.run(database, "TRUNCATE revoked");
        Logs.run(
                database,
                """
                INSERT INTO revoked
                SELECT generation, serial, reason, happened_at, point, not_after
                  FROM (SELECT DISTINCT ON (generation, serial) *
                          FROM status_log WHERE event IN (4, 5)
                         ORDER BY generation, serial, position DESC) AS l
                 WHERE event = 4
                """);
        assertThat(log.verify()).isInstanceOf(LogCheck.Sound.class);
        assertThat(log.verifySince(kept))
                .isEqualTo(new LogCheck.Broken(last, LogFlaw.ENTRY_MISSING));

        happen(3);
        assertThat(log.verify())
                .as("with other entries in their place")
                .isInstanceOf(LogCheck.Sound.class);
        assertThat(log.verifySince(kept))
                .isEqualTo(new LogCheck.Broken(kept.position(), LogFlaw.HEAD_DOES_NOT_FIT));
        assertThat(log.verifySince(early)).isInstanceOf(LogCheck.Sound.class);
    }

    @Test
    void old_heads_go_but_for_the_last_of_each_day_and_every_one_of_them_is_still_good_for_a_check()
            throws SQLException {
        List<LogHead> all = new ArrayList<>(List.of(early, log.head()));
        Instant[] now = {log.head().signedAt()};
        StatusLog days = Logs.over(database, () -> now[0]);
        for (int signed = 0; signed < 14; signed++) {
            now[0] = now[0].plus(Duration.ofHours(5));
            Logs.commit(database, now[0], history.next());
            days.catchUp();
            all.add(days.head());
        }
        Instant aDayAgo = now[0].minus(Duration.ofDays(1));
        Map<LocalDate, LogHead> lastOfDay = new HashMap<>();
        List<LogHead> kept = new ArrayList<>();
        for (LogHead head : all) {
            if (head.signedAt().isBefore(aDayAgo)) {
                lastOfDay.put(LocalDate.ofInstant(head.signedAt(), ValidityRule.JAPAN), head);
            } else {
                kept.add(head);
            }
        }
        kept.addAll(lastOfDay.values());
        assertThat(days.pruneHeads()).isEqualTo(all.size() - kept.size()).isGreaterThan(4);
        assertThat(days.pruneHeads()).isZero();
        assertThat(headPositions())
                .containsExactlyInAnyOrderElementsOf(kept.stream().map(LogHead::position).toList());
        assertThat(log.verify())
                .isInstanceOfSatisfying(
                        LogCheck.Sound.class,
                        sound -> assertThat(sound.heads()).isEqualTo(kept.size()));
        assertThat(all)
                .allSatisfy(head ->
                        assertThat(log.verifySince(head)).isInstanceOf(LogCheck.Sound.class));
        Logs.run(database, "UPDATE status_log SET hash = sha256(hash) WHERE position = " + last);
        assertThat(log.verify()).isInstanceOf(LogCheck.Broken.class);
    }

    private List<Long> headPositions() throws SQLException {
        List<Long> positions = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT position FROM log_head")) {
            while (row.next()) positions.add(row.getLong(1));
        }
        return positions;
    }

    @Test
    void a_head_that_this_log_did_not_sign_is_not_trusted() {
        var forged =
                new LogHead(
                        early.position(),
                        early.hash(),
                        early.signedAt().plusSeconds(1),
                        early.signature());
        assertThat(log.verifySince(forged))
                .isEqualTo(new LogCheck.Broken(early.position(), LogFlaw.HEAD_SIGNATURE_WRONG));
    }

    /** In the entries, however they no longer fit. */
    private void changes(String sql, long position) {
        assertThat(Logs.run(database, sql)).as(sql).isEqualTo(1);
        assertThat(log.verify())
                .as(sql)
                .isInstanceOfSatisfying(
                        LogCheck.Broken.class,
                        broken -> {
                            assertThat(broken.position()).isEqualTo(position);
                            assertThat(broken.flaw())
                                    .isIn(LogFlaw.HASH_WRONG, LogFlaw.ENTRY_UNREADABLE);
                        });
        restore();
    }

    private void changes(String sql, long position, LogFlaw flaw) {
        assertThat(Logs.run(database, sql)).as(sql).isPositive();
        assertThat(log.verify()).as(sql).isEqualTo(new LogCheck.Broken(position, flaw));
        restore();
    }

    private void restore() {
        for (String table : TABLES) {
            Logs.run(database, "DELETE FROM " + table);
            Logs.run(database, "INSERT INTO %1$s SELECT * FROM kept_%1$s".formatted(table));
        }
    }

    private void assertSound(LogCheck check, int heads) {
        List<LogEntry> end = new ArrayList<>();
        log.read(last - 1, end::add);
        assertThat(check)
                .isInstanceOfSatisfying(
                        LogCheck.Sound.class,
                        sound -> {
                            assertThat(sound.position()).isEqualTo(last);
                            assertThat(sound.hash()).isEqualTo(end.getFirst().hash());
                            assertThat(sound.heads()).isEqualTo(heads);
                        });
    }

    private void happen(int acts) {
        for (int act = 0; act < acts; act++) {
            List<StatusEvent> next = history.next();
            history.committed(next, Logs.commit(database, history.now(), next));
        }
        last = log.catchUp();
    }
}

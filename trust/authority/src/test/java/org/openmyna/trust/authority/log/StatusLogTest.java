package org.openmyna.trust.authority.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;

class StatusLogTest {
    private final Database server = TemporaryDatabase.fresh();
    private final DataSource database = server.open("authority", 10);
    private final RandomHistory history = new RandomHistory(new Random(1));
    private final InstantSource clock = history::now;
    private final StatusLog log = Logs.over(database, clock);

    @BeforeEach
    void establish() {
        Logs.makePartitions(database, RandomHistory.FIRST, RandomHistory.SECOND);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void committed_events_come_into_the_log_in_order_and_without_a_gap() {
        happen(50);
        long position = log.catchUp();
        List<LogEntry> entries = entries();
        assertThat(entries).hasSize((int) position);
        assertThat(entries.stream().map(LogEntry::position))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, (int) position).mapToObj(n -> (long) n).toList());
        assertThat(log.verify()).isInstanceOf(LogCheck.Sound.class);
    }

    @Test
    void dates_never_go_back_although_the_clock_does() {
        happen(300);
        log.catchUp();
        List<Instant> dates = entries().stream().map(LogEntry::happenedAt).toList();
        assertThat(dates).isSorted();
        assertThat(history.now()).isBefore(dates.getLast().plusSeconds(40_000_000));
    }

    @Test
    void a_clock_ten_years_ahead_and_back_again_dates_nothing_earlier() {
        Instant today = Instant.parse("2026-04-01T00:00:00Z");
        Instant far = Instant.parse("2036-04-01T00:00:00Z");
        for (Instant now : List.of(today, far, today.plusSeconds(60), far.plusSeconds(1))) {
            List<StatusEvent> act = history.next();
            Logs.commit(database, now, List.of(act.getFirst()));
            history.committed(act, now);
        }
        log.catchUp();
        assertThat(entries().stream().map(LogEntry::happenedAt))
                .containsExactly(today, far, far, far.plusSeconds(1));
        LogHead head = Logs.over(database, InstantSource.fixed(today)).head();
        assertThat(head.signedAt()).isEqualTo(far.plusSeconds(1));
    }

    @Test
    void what_was_rolled_back_is_not_in_the_log() throws Exception {
        happen(3);
        long before = log.catchUp();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var inbox = new StatusInbox();
            inbox.put(connection, inbox.lockClock(connection, history.now()), history.next());
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(log.catchUp()).isEqualTo(before);
    }

    @Test
    void a_head_is_signed_and_fits() {
        happen(10);
        long position = log.catchUp();
        LogHead head = log.head();
        assertThat(head.position()).isEqualTo(position);
        assertThat(head.isSignedBy(log.publicKey())).isTrue();
        assertThat(head.hash()).isEqualTo(entries().getLast().hash());
        assertThat(log.head().signature()).as("not signed again").isEqualTo(head.signature());
    }

    @Test
    void many_sequencers_at_once_lose_nothing_and_double_nothing() throws Exception {
        List<StatusLog> logs = Stream.generate(() -> Logs.over(database, clock)).limit(4).toList();
        int events = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 25; round++) {
                events += happen(4);
                List<Future<Long>> running = new ArrayList<>();
                for (StatusLog each : logs) running.add(threads.submit(each::sequence));
                for (Future<Long> each : running) each.get();
            }
        }
        assertThat(log.catchUp()).isEqualTo(events);
        assertThat(log.verify()).isInstanceOf(LogCheck.Sound.class);
    }

    @Test
    void the_export_holds_line_and_hash_of_every_entry() {
        happen(5);
        log.catchUp();
        var out = new ByteArrayOutputStream();
        log.export(1, out);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        List<LogEntry> entries = entries();
        assertThat(lines).hasSize(entries.size() - 1);
        assertThat(lines.getFirst())
                .startsWith(entries.get(1).line() + "|")
                .matches(".*\\|[0-9a-f]{64}");
    }

    @Test
    void the_background_thread_moves_events_by_itself_and_survives_a_cut_connection()
            throws Exception {
        try (AutoCloseable _ = log.start()) {
            happen(5);
            awaitMoved();
            Logs.run(
                    database,
                    "DO $$ BEGIN PERFORM pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE usename = current_user AND pid <> pg_backend_pid(); END $$");
            happen(5);
            awaitMoved();
        }
        assertThat(log.verify()).isInstanceOf(LogCheck.Sound.class);
    }

    private void awaitMoved() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (waiting() > 0 && System.nanoTime() < end) Thread.yield();
        assertThat(waiting()).isZero();
    }

    private int waiting() {
        try (var connection = database.getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("SELECT count(*) FROM status_inbox")) {
            rows.next();
            return rows.getInt(1);
        } catch (java.sql.SQLException cut) {
            return 1;
        }
    }

    private int happen(int acts) {
        int events = 0;
        for (int act = 0; act < acts; act++) {
            List<StatusEvent> next = history.next();
            history.committed(next, Logs.commit(database, history.now(), next));
            events += next.size();
        }
        return events;
    }

    private List<LogEntry> entries() {
        List<LogEntry> entries = new ArrayList<>();
        log.read(0, entries::add);
        return entries;
    }
}

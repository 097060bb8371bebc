package org.openmyna.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;

/** The access log of an organisation: complete, in order, and proof against any change. */
class AuditLogTest {
    private static final Instant REAL = Instant.parse("2026-04-01T03:00:00.123456Z");
    private static final Instant LEGAL = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir Path folder;
    private Database database;
    private DataSource numbers;
    private AuditLog log;

    @BeforeEach
    void open() {
        database = TemporaryDatabase.fresh();
        numbers = database.open("numbers", 8);
        log = logIn(folder);
    }

    private AuditLog logIn(Path where) {
        return new AuditLog(numbers, where.resolve("audit"), new SecureRandom(), () -> REAL);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static AuditEntry entry(int n) {
        return new AuditEntry(
                REAL.plusSeconds(n),
                LEGAL,
                "cards",
                "officer-" + n % 3,
                "cards.production",
                "2026-" + n,
                "REVEAL",
                "person-" + n % 5,
                AuditEntry.DONE);
    }

    private void appended(int count) {
        IntStream.range(0, count).forEach(n -> log.append(entry(n)));
    }

    @Test
    void an_entry_reads_back_as_it_was_left() {
        log.append(entry(7));
        assertThat(log.find(AuditSearch.all())).containsExactly(new RecordedEntry(1, entry(7)));
    }

    @Test
    void an_act_that_is_rolled_back_leaves_no_entry_and_no_gap() throws SQLException {
        appended(1);
        try (Connection connection = numbers.getConnection()) {
            connection.setAutoCommit(false);
            log.append(connection, entry(1));
            connection.rollback();
        }
        log.append(entry(2));
        assertThat(log.find(AuditSearch.all()))
                .containsExactly(new RecordedEntry(1, entry(0)), new RecordedEntry(2, entry(2)));
    }

    @Test
    void an_act_and_its_entry_are_one_statement_and_no_row_is_no_entry() throws SQLException {
        try (Connection connection = numbers.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE act_tried (n int PRIMARY KEY, used boolean NOT NULL)");
            statement.execute("INSERT INTO act_tried VALUES (1, false)");
            String act = "UPDATE act_tried SET used = true WHERE n = ? AND NOT used RETURNING n";
            assertThat(log.append(connection, act, new Object[] {1}, entry(0))).isOne();
            assertThat(log.append(connection, act, new Object[] {1}, entry(1))).isZero();
            assertThat(log.append(connection, act, new Object[] {2}, entry(2))).isZero();
            try (ResultSet row = statement.executeQuery("SELECT used FROM act_tried")) {
                assertThat(row.next() && row.getBoolean(1)).isTrue();
            }
        }
        assertThat(log.find(AuditSearch.all())).containsExactly(new RecordedEntry(1, entry(0)));
    }

    @Test
    void many_entries_at_once_keep_their_order() throws SQLException {
        List<AuditEntry> entries =
                IntStream.range(0, 12_000).mapToObj(AuditLogTest::entry).toList();
        try (Connection connection = numbers.getConnection()) {
            log.append(connection, entries);
        }
        List<AuditEntry> read = new ArrayList<>();
        AuditSearch search = AuditSearch.all();
        for (var page = log.find(search); !page.isEmpty(); page = log.find(search)) {
            page.forEach(each -> read.add(each.entry()));
            search = search.after(page.getLast().position());
        }
        assertThat(read).isEqualTo(entries);
        assertThat(log.verify()).isEqualTo(new AuditCheck.Sound(12_000, 0));
    }

    @Test
    void a_review_finds_by_subject_by_officer_and_by_time() {
        appended(15);
        assertThat(log.find(AuditSearch.aboutSubject("person-2")))
                .extracting(RecordedEntry::position)
                .containsExactly(3L, 8L, 13L);
        assertThat(log.find(AuditSearch.byOfficer("officer-1")))
                .extracting(RecordedEntry::position)
                .containsExactly(2L, 5L, 8L, 11L, 14L);
        assertThat(log.find(AuditSearch.between(REAL.plusSeconds(3), REAL.plusSeconds(5))))
                .extracting(RecordedEntry::position)
                .containsExactly(4L, 5L);
        assertThat(log.find(AuditSearch.aboutSubject("person-2").after(3)))
                .extracting(RecordedEntry::position)
                .containsExactly(8L, 13L);
    }

    @Test
    void two_sequencers_number_entries_without_a_gap_while_many_append() throws Exception {
        AuditLog other = logIn(folder);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> work = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                work.add(() -> {
                    appended(50);
                    return log.sequence();
                });
                work.add(() -> {
                    long last = 0;
                    for (int n = 0; n < 50; n++) last = other.sequence();
                    return last;
                });
            }
            for (Future<Object> each : pool.invokeAll(work)) each.get();
        }
        assertThat(log.catchUp()).isEqualTo(200);
        assertThat(log.verify()).isEqualTo(new AuditCheck.Sound(200, 0));
        assertThat(log.find(AuditSearch.all()))
                .extracting(RecordedEntry::position)
                .isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void the_background_thread_moves_entries_and_signs_what_it_moved() throws Exception {
        try (AutoCloseable work = log.start()) {
            assertThat(work).isNotNull();
            appended(3);
        }
        assertThat(log.verify()).isEqualTo(new AuditCheck.Sound(3, 3));
    }

    @Test
    void the_key_and_the_kept_head_are_for_their_owner_alone() throws Exception {
        appended(1);
        log.catchUp();
        log.signHead();
        try (var files = Files.list(folder.resolve("audit"))) {
            assertThat(files)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
        assertThat(logIn(folder).publicKey()).isEqualTo(log.publicKey());
    }

    @Test
    void every_changed_column_of_every_row_is_found() throws SQLException {
        sealed(4);
        List<String> texts =
                List.of(
                        "caller",
                        "officer",
                        "procedure",
                        "case_id",
                        "operation",
                        "subject",
                        "outcome");
        for (int position = 1; position <= 4; position++) {
            var here = new AuditCheck.Broken(position, AuditFlaw.HASH_WRONG);
            for (String column : texts) {
                changed(column, "overlay(" + column + " placing 'x' from 1)", position, here);
                changed(column, column + " || 'x'", position, here);
                changed(column, "''", position, here);
            }
            for (String column : List.of("real_time", "legal_time")) {
                changed(column, column + " + interval '1 microsecond'", position, here);
            }
        }
    }

    @Test
    void every_changed_byte_of_a_hash_is_found() throws SQLException {
        sealed(3);
        for (int octet = 0; octet < 32; octet++) {
            changed(
                    "hash",
                    "set_byte(hash, %1$d, get_byte(hash, %1$d) # 1)".formatted(octet),
                    2,
                    new AuditCheck.Broken(2, AuditFlaw.HASH_WRONG));
        }
    }

    @Test
    void text_that_moves_from_one_column_into_its_neighbour_is_found() throws SQLException {
        sealed(1);
        execute("UPDATE audit_log SET officer = officer || 'c', procedure = substr(procedure, 2)");
        assertThat(log.verify()).isEqualTo(new AuditCheck.Broken(1, AuditFlaw.HASH_WRONG));
    }

    @Test
    void control_characters_make_an_entry_unreadable() throws SQLException {
        sealed(2);
        execute("UPDATE audit_log SET officer = E'a\\nb' WHERE position = 2");
        assertThat(log.verify()).isEqualTo(new AuditCheck.Broken(2, AuditFlaw.ENTRY_UNREADABLE));
    }

    @Test
    void entries_that_are_taken_out_put_in_or_exchanged_are_found() throws SQLException {
        sealed(3);
        execute("DELETE FROM audit_log WHERE position = 2");
        assertThat(log.verify()).isEqualTo(new AuditCheck.Broken(2, AuditFlaw.ENTRY_MISSING));
        execute("UPDATE audit_log SET position = 2 WHERE position = 3");
        assertThat(log.verify()).isEqualTo(new AuditCheck.Broken(2, AuditFlaw.HASH_WRONG));
        execute(
                """
                INSERT INTO audit_log (position, real_time, legal_time, caller, officer, procedure,
                                       case_id, operation, subject, outcome, hash)
                SELECT 0, real_time, legal_time, caller, officer, procedure, case_id, operation,
                       subject, outcome, hash FROM audit_log WHERE position = 1
                """);
        assertThat(log.verify()).isEqualTo(new AuditCheck.Broken(0, AuditFlaw.ENTRY_EXTRA));
    }

    @Test
    void a_chain_that_was_computed_anew_does_not_fit_the_signed_head() throws SQLException {
        sealed(1);
        AuditEntry other = entry(9);
        byte[] hash = other.hashAfter(new byte[32], 1);
        String hex = HexFormat.of().formatHex(hash);
        execute(
                """
                UPDATE audit_log SET real_time = '%s', officer = '%s', case_id = '%s', subject = '%s',
                       hash = '\\x%s'
                """
                        .formatted(
                                other.realTime(),
                                other.officer(),
                                other.caseId(),
                                other.subject(),
                                hex));
        assertThat(log.verify()).isEqualTo(new AuditCheck.Broken(1, AuditFlaw.HEAD_DOES_NOT_FIT));
        execute("UPDATE audit_head SET hash = '\\x%s'".formatted(hex));
        assertThat(log.verify())
                .isEqualTo(new AuditCheck.Broken(1, AuditFlaw.HEAD_SIGNATURE_WRONG));
    }

    @Test
    void an_end_that_is_cut_off_together_with_its_head_is_found_by_the_file() throws SQLException {
        appended(2);
        log.catchUp();
        log.signHead();
        byte[][] older = head();
        appended(1);
        log.catchUp();
        log.signHead();
        execute("DELETE FROM audit_log WHERE position = 3");
        assertThat(log.verify()).isEqualTo(new AuditCheck.Broken(3, AuditFlaw.END_CUT_OFF));
        execute(
                "UPDATE audit_head SET position = 2, hash = '\\x%s', signature = '\\x%s'"
                        .formatted(hex(older[0]), hex(older[1])));
        assertThat(log.verify()).isEqualTo(new AuditCheck.Broken(3, AuditFlaw.END_CUT_OFF));
    }

    @Test
    void the_database_itself_refuses_changes_of_the_log() throws SQLException {
        appended(2);
        log.catchUp();
        try (Connection connection = numbers.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql :
                    List.of(
                            "UPDATE audit_log SET officer = 'x'",
                            "DELETE FROM audit_log",
                            "TRUNCATE audit_log")) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .hasMessageContaining("append-only");
            }
        }
        assertThat(log.verify()).isEqualTo(new AuditCheck.Sound(2, 0));
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }

    /** Hash and signature of the newest head. */
    private byte[][] head() throws SQLException {
        try (Connection connection = numbers.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT hash, signature FROM audit_head")) {
            row.next();
            return new byte[][] {row.getBytes(1), row.getBytes(2)};
        }
    }

    private void sealed(int entries) {
        appended(entries);
        log.catchUp();
        log.signHead();
        assertThat(log.verify()).isEqualTo(new AuditCheck.Sound(entries, entries));
    }

    /** Changes one column, looks whether that is found, and puts it back. */
    private void changed(String column, String to, int position, AuditCheck expected)
            throws SQLException {
        execute("CREATE TABLE before AS SELECT * FROM audit_log");
        execute("UPDATE audit_log SET %s = %s WHERE position = %d".formatted(column, to, position));
        assertThat(log.verify()).as(column + " := " + to).isEqualTo(expected);
        execute(
                "TRUNCATE audit_log; INSERT INTO audit_log SELECT * FROM before; DROP TABLE before");
    }

    private void execute(String... sql) throws SQLException {
        try (Connection connection = numbers.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE audit_log DISABLE TRIGGER append_only");
            statement.execute(String.join(";", Arrays.asList(sql)));
            statement.execute("ALTER TABLE audit_log ENABLE TRIGGER append_only");
        }
    }
}

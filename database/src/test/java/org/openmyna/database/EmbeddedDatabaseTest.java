package org.openmyna.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the embedded server stands: durable, closed to others, out of the way. */
final class EmbeddedDatabaseTest {
    private static final Map<String, String> SETTINGS = Map.of("work_mem", "7MB");

    @TempDir static Path home;
    private static EmbeddedFolder folder;
    private static Database database;

    @BeforeAll
    static void open() {
        folder = new EmbeddedFolder(home.resolve("db"));
        database = Database.embedded(folder.folder(), SETTINGS);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static DataSource superuser() throws IOException {
        return login(
                Cluster.SUPERUSER, Files.readString(folder.folder().resolve("superuser.password")));
    }

    private static DataSource login(String user, String password) {
        return ConnectionSource.of(database::address, new Login(user, password));
    }

    @Test
    void every_commit_reaches_the_disk_and_every_page_has_a_checksum() throws Exception {
        for (String setting :
                new String[] {
                    "fsync", "synchronous_commit", "full_page_writes", "data_checksums"
                }) {
            assertThat(Sql.text(superuser(), "SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(Sql.text(superuser(), "SHOW work_mem")).isEqualTo("7MB");
        assertThat(Sql.text(superuser(), "SHOW server_version")).startsWith("18.");
        assertThat(
                        Sql.text(
                                superuser(),
                                "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("bC.UTF-8");
    }

    @Test
    void it_listens_on_the_loopback_address_alone_and_asks_everybody_for_a_password()
            throws Exception {
        assertThat(Sql.text(superuser(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Sql.text(superuser(), "SHOW unix_socket_directories")).isEmpty();
        assertThat(
                        Sql.text(
                                superuser(),
                                "SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        for (String user : new String[] {Cluster.SUPERUSER, "postgres", "openmyna_alpha"}) {
            assertThatThrownBy(() -> Sql.text(login(user, "wrong"), "SELECT 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void its_files_are_for_their_owner_alone() throws IOException {
        for (String name : new String[] {".", "data"}) {
            assertThat(permissions(name)).as(name).isEqualTo("rwx------");
        }
        for (String name :
                new String[] {
                    "superuser.password", "server.log", "port", "users.lock", "start.lock"
                }) {
            assertThat(permissions(name)).as(name).isEqualTo("rw-------");
        }
    }

    private static String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.folder().resolve(name)));
    }

    @Test
    void the_keys_that_interrupt_this_program_do_not_reach_the_server() throws IOException {
        Path stat = Path.of("/proc", Long.toString(folder.serverPid()), "stat");
        if (Files.exists(stat)) {
            String[] fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
            assertThat(fields[3])
                    .as("session of its own")
                    .isEqualTo(Long.toString(folder.serverPid()));
        }
    }

    @Test
    void an_organisation_owns_its_schema_and_reads_no_other() throws Exception {
        DataSource alpha = database.open("alpha", 1);
        DataSource beta = database.open("beta", 1);
        assertThat(
                        Sql.text(
                                alpha,
                                "SELECT current_user || ' ' || current_schema || ' ' || tableowner || ' ' || schemaname FROM pg_tables WHERE tablename = 'note'"))
                .isEqualTo("openmyna_alpha alpha openmyna_alpha alpha");
        assertThat(Sql.text(alpha, "SELECT count(*) FROM flyway_schema_history")).isEqualTo("1");
        assertThat(Sql.text(beta, "SELECT count(*) FROM secret")).isEqualTo("0");
        refused("42501", () -> Sql.text(alpha, "SELECT count(*) FROM beta.secret"));
        refused("42501", () -> Sql.run(alpha, "CREATE TABLE beta.mine (n int)"));
        refused("42501", () -> Sql.run(alpha, "CREATE TABLE public.mine (n int)"));
        refused("42501", () -> Sql.run(alpha, "CREATE ROLE friend"));
        refused("42501", () -> Sql.run(alpha, "SET ROLE openmyna_beta"));
    }

    @Test
    void a_reader_reads_all_present_and_future_tables_and_writes_nothing() throws Exception {
        DataSource alpha = database.open("alpha", 1);
        String url = database.readerUrl("alpha");
        assertThat(database.readerUrl("alpha")).as("stays true").isEqualTo(url);
        Sql.run(alpha, "CREATE TABLE IF NOT EXISTS later (n int)");
        try (Database reading = Database.readOnlyAt(url)) {
            DataSource reader = reading.open("alpha", 1);
            assertThat(Sql.text(reader, "SELECT count(*) FROM note")).isEqualTo("0");
            assertThat(Sql.text(reader, "SELECT count(*) FROM later")).isEqualTo("0");
            refused("25006", () -> Sql.run(reader, "INSERT INTO note (text) VALUES ('試験用')"));
            Sql.run(reader, "SET default_transaction_read_only = off");
            refused("42501", () -> Sql.run(reader, "INSERT INTO note (text) VALUES ('試験用')"));
            assertThatThrownBy(() -> reading.open("beta", 1)).isInstanceOf(SchemaNotReadable.class);
            assertThatThrownBy(() -> reading.readerUrl("alpha"))
                    .isInstanceOf(DatabaseReadOnly.class);
            assertThat(reading.address()).isEqualTo(database.address()).doesNotContain("password");
        }
    }

    @Test
    void a_broken_step_is_told_and_leaves_nothing() throws Exception {
        assertThatThrownBy(() -> database.open("broken", 1))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("broken");
        assertThatThrownBy(() -> database.open("absent", 1)).isInstanceOf(MigrationFailed.class);
        assertThat(
                        Sql.text(
                                superuser(),
                                "SELECT count(*) FROM pg_tables WHERE schemaname = 'broken' AND tablename <> 'flyway_schema_history'"))
                .isEqualTo("0");
    }

    @Test
    void names_and_settings_that_are_not_the_callers_to_choose_are_refused() {
        for (String name :
                new String[] {
                    "", "Alpha", "pg_alpha", "public", "a-b", "a; DROP TABLE note", "1a"
                }) {
            assertThatThrownBy(() -> database.open(name, 1))
                    .isInstanceOf(OrganisationNameRefused.class);
        }
        assertThatThrownBy(() -> Database.embedded(home.resolve("other"), Map.of("port", "5432")))
                .isInstanceOf(SettingRefused.class);
    }

    private static void refused(String state, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }
}

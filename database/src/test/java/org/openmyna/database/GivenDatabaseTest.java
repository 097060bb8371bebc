package org.openmyna.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A server that somebody else runs: here the throw-away one, which does not know that. */
final class GivenDatabaseTest {
    @Test
    void two_programs_with_the_same_url_share_an_organisation() throws SQLException {
        String url = TemporaryDatabase.freshUrl();
        try (Database one = Database.at(url);
                Database two = Database.at(url + "&ApplicationName=x&options=-c%20work_mem=1MB")) {
            DataSource first = one.open("alpha", 1);
            DataSource second = two.open("alpha", 1);
            Sql.run(first, "INSERT INTO note (text) VALUES ('試験用')");
            assertThat(Sql.text(second, "SELECT current_user || count(*) FROM note"))
                    .isEqualTo("openmyna_alpha1");
            assertThat(one.address()).isEqualTo(two.address()).doesNotContain("?");
            try (Database reading = Database.readOnlyAt(one.readerUrl("alpha"))) {
                assertThat(Sql.text(reading.open("alpha", 1), "SELECT text FROM note"))
                        .isEqualTo("試験用");
            }
        }
    }

    @Test
    void an_administrator_who_is_no_superuser_is_enough() throws SQLException {
        String url = TemporaryDatabase.freshUrl();
        String name = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        try (Connection superuser = DriverManager.getConnection(url);
                Statement work = superuser.createStatement()) {
            work.execute("CREATE ROLE clerk LOGIN CREATEROLE PASSWORD 'sham-password'");
            work.execute("GRANT CREATE ON DATABASE " + name + " TO clerk");
        }
        String clerks = url.replaceFirst("user=.*", "user=clerk&password=sham-password");
        for (int n = 0; n < 2; n++) {
            try (Database database = Database.at(clerks)) {
                DataSource gamma = database.open("gamma", 1);
                Sql.run(gamma, "INSERT INTO drawer (n) VALUES (1)");
                try (Database reading = Database.readOnlyAt(database.readerUrl("gamma"))) {
                    assertThat(Sql.text(reading.open("gamma", 1), "SELECT count(*) FROM drawer"))
                            .isEqualTo(Integer.toString(n + 1));
                }
            }
        }
    }

    @Test
    void a_new_administrators_password_gives_the_roles_new_ones() throws SQLException {
        String url = TemporaryDatabase.freshUrl();
        try (Connection superuser = DriverManager.getConnection(url);
                Statement work = superuser.createStatement()) {
            work.execute("CREATE ROLE deputy LOGIN SUPERUSER PASSWORD 'sham-password'");
        }
        try (Database database = Database.at(url)) {
            database.open("delta", 1);
        }
        try (Database database =
                Database.at(url.replaceFirst("user=.*", "user=deputy&password=sham-password"))) {
            assertThat(Sql.text(database.open("delta", 1), "SELECT current_user"))
                    .isEqualTo("openmyna_delta");
        }
    }

    @Test
    void tables_of_a_newer_program_are_left_alone() throws SQLException {
        try (Database database = TemporaryDatabase.fresh()) {
            DataSource alpha = database.open("alpha", 1);
            Sql.run(
                    alpha,
                    """
                    INSERT INTO flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by,
                         execution_time, success)
                    VALUES (99, '9001', 'later', 'SQL', 'V9001__later.sql', 1, current_user, 1, true)
                    """);
            assertThatThrownBy(() -> database.open("alpha", 1))
                    .isInstanceOf(SchemaNewer.class)
                    .hasMessageContaining("MYNA-DBS-029")
                    .hasMessageContaining("9001");
        }
    }

    @Test
    void several_organisations_move_in_at_once() throws Exception {
        try (Database database = TemporaryDatabase.fresh();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<DataSource>> opening =
                    Stream.of("alpha", "beta", "gamma", "delta", "alpha")
                            .map(name -> threads.submit(() -> database.open(name, 1)))
                            .toList();
            for (Future<DataSource> each : opening) {
                assertThat(Sql.text(each.get(), "SELECT current_user")).startsWith("openmyna_");
            }
        }
    }

    @Test
    void what_is_no_url_or_leads_nowhere_is_told_without_its_password() {
        for (String url :
                new String[] {
                    "",
                    "postgresql://localhost/x",
                    "jdbc:mysql://localhost/x",
                    "jdbc:postgresql://localhost/x?user=a"
                }) {
            assertThatThrownBy(() -> Database.at(url)).as(url).isInstanceOf(UrlNotUsable.class);
        }
        String wrong =
                TemporaryDatabase.freshUrl().replaceFirst("password=.*", "password=sham-secret");
        try (Database database = Database.at(wrong)) {
            assertThatThrownBy(() -> database.open("alpha", 1))
                    .isInstanceOf(DatabaseNotReachable.class)
                    .hasMessageNotContaining("sham-secret");
        }
        try (Database database = Database.readOnlyAt(TemporaryDatabase.freshUrl())) {
            assertThatThrownBy(() -> database.open("alpha", 1))
                    .isInstanceOf(SchemaNotReadable.class);
        }
    }
}

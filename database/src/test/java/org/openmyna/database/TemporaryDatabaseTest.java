package org.openmyna.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests, demos and benchmarks of all rooms stand on. */
final class TemporaryDatabaseTest {
    @TempDir Path home;

    @Test
    void each_fresh_database_is_empty_and_as_durable_as_a_real_one() throws SQLException {
        for (int n = 0; n < 2; n++) {
            try (Database database = TemporaryDatabase.fresh()) {
                DataSource alpha = database.open("alpha", 2);
                assertThat(Sql.text(alpha, "SELECT count(*) FROM note")).isEqualTo("0");
                assertThat(Sql.text(alpha, "SHOW fsync")).isEqualTo("on");
                Sql.run(alpha, "INSERT INTO note (text) VALUES ('試験用')");
            }
        }
    }

    @Test
    void several_tests_may_ask_at_once() throws ExecutionException, InterruptedException {
        try (ExecutorService tests = Executors.newFixedThreadPool(4)) {
            List<Future<String>> counts =
                    IntStream.range(0, 4)
                            .mapToObj(n -> tests.submit(TemporaryDatabaseTest::notesOfAFreshOne))
                            .toList();
            for (Future<String> count : counts) {
                assertThat(count.get()).isEqualTo("1");
            }
        }
    }

    private static String notesOfAFreshOne() throws SQLException {
        try (Database database = TemporaryDatabase.fresh()) {
            DataSource alpha = database.open("alpha", 1);
            Sql.run(alpha, "INSERT INTO note (text) VALUES ('試験用')");
            return Sql.text(alpha, "SELECT count(*) FROM note");
        }
    }

    @Test
    void a_closed_one_is_dropped_and_says_so() {
        Database database = TemporaryDatabase.fresh();
        database.close();
        database.close();
        assertThatThrownBy(() -> database.open("alpha", 1)).isInstanceOf(DatabaseClosed.class);
    }

    @Test
    void what_a_killed_program_left_is_swept_away_but_not_what_a_living_one_uses()
            throws IOException, InterruptedException {
        try (User user = User.starts(home.resolve("unused"), "temporary")) {
            assertThat(user.tells()).isEqualTo("joined");
            TemporaryServer.sweep(home);
            EmbeddedFolder left = new EmbeddedFolder(onlyFolder());
            assertThat(left.isRunning()).isTrue();
            user.killed();
            assertThat(left.isRunning()).isTrue();
            TemporaryServer.sweep(home);
            assertThat(left.folder()).doesNotExist();
        }
    }

    private Path onlyFolder() throws IOException {
        try (Stream<Path> folders = Files.list(home)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("openmyna-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

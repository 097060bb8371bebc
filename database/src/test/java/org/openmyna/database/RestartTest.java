package org.openmyna.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while this program works with it. */
final class RestartTest {
    private static final int WRITERS = 4;

    @TempDir Path home;

    @Test
    void a_server_killed_under_load_is_back_and_lost_nothing() throws IOException, SQLException {
        EmbeddedFolder folder = new EmbeddedFolder(home.resolve("db"));
        try (Database database = Database.embedded(folder.folder())) {
            DataSource alpha = database.open("alpha", WRITERS);
            Queue<Long> written = new ConcurrentLinkedQueue<>();
            AtomicInteger refused = new AtomicInteger();
            AtomicBoolean enough = new AtomicBoolean();
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                for (int n = 0; n < WRITERS; n++) {
                    writers.execute(() -> write(alpha, written, refused, enough));
                }
                for (int kill = 0; kill < 2; kill++) {
                    int before = written.size();
                    EmbeddedFolder.await(() -> written.size() > before + 100);
                    long dead = folder.serverPid();
                    folder.killServer();
                    int atDeath = written.size();
                    EmbeddedFolder.await(() -> written.size() > atDeath + 100);
                    assertThat(folder.serverPid()).isNotEqualTo(dead);
                }
                enough.set(true);
            }
            assertThat(refused).hasPositiveValue();
            assertThat(Sql.numbers(alpha, "SELECT id FROM note")).containsAll(written);
        }
        assertThat(folder.isRunning()).isFalse();
    }

    private static void write(
            DataSource alpha, Queue<Long> written, AtomicInteger refused, AtomicBoolean enough) {
        while (!enough.get()) {
            try (Connection connection = alpha.getConnection();
                    PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO note (text) VALUES ('試験用') RETURNING id");
                    ResultSet row = insert.executeQuery()) {
                row.next();
                written.add(row.getLong(1));
            } catch (SQLException e) {
                refused.incrementAndGet();
            }
        }
    }
}

package org.openmyna.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of programs and of servers: what was told is true afterwards, and the next one opens. */
final class KilledServerTest {
    private static final int KILLS = 3 * Integer.getInteger("openmyna.test.length", 1);

    @TempDir Path home;

    @Test
    void what_a_killed_program_wrote_is_there_whether_its_server_lives_or_not()
            throws IOException, InterruptedException, SQLException {
        EmbeddedFolder folder = new EmbeddedFolder(home.resolve("db"));
        Random chance = new Random(18);
        List<Long> written = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            boolean both = kill % 2 == 1;
            try (User user = User.starts(folder.folder(), "write")) {
                assertThat(user.tells()).isEqualTo("joined");
                int rows = 1 + chance.nextInt(50);
                for (int n = 0; n < rows; n++) {
                    written.add(Long.valueOf(user.tells()));
                }
                long server = folder.serverPid();
                if (both) {
                    folder.killServer();
                }
                // The last line may be torn; later ones may be about the dead server.
                List<String> rest = user.killed();
                rest.stream()
                        .limit(Math.max(0, rest.size() - 1))
                        .takeWhile(line -> line.matches("[0-9]+"))
                        .map(Long::valueOf)
                        .forEach(written::add);
                if (!both) {
                    assertThat(folder.serverPid()).as("the orphan lives on").isEqualTo(server);
                }
            }
        }
        try (Database database = Database.embedded(folder.folder())) {
            DataSource alpha = database.open("alpha", 1);
            assertThat(written).hasSizeGreaterThan(KILLS).doesNotHaveDuplicates();
            assertThat(Sql.numbers(alpha, "SELECT id FROM note")).containsAll(written);
        }
        assertThat(folder.isRunning()).as("the last one stops it").isFalse();
    }

    @Test
    void a_program_killed_while_it_makes_the_data_leaves_nothing_that_looks_complete()
            throws IOException, InterruptedException, SQLException {
        EmbeddedFolder folder = new EmbeddedFolder(home.resolve("db"));
        try (User user = User.starts(folder.folder(), "stay")) {
            EmbeddedFolder.await(() -> isBeingMade(folder.folder()));
            user.killed();
        }
        assertThat(folder.data()).doesNotExist();
        try (Database database = Database.embedded(folder.folder())) {
            assertThat(Sql.text(database.open("alpha", 1), "SELECT count(*) FROM note"))
                    .isEqualTo("0");
        }
    }

    private static boolean isBeingMade(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("initdb-"))
                    .anyMatch(file -> Files.exists(file.resolve("PG_VERSION")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_pid_file_that_names_a_zombie_or_somebody_else_does_not_hinder_a_start()
            throws IOException, InterruptedException {
        EmbeddedFolder folder = new EmbeddedFolder(home.resolve("db"));
        Database.embedded(folder.folder()).close();
        folder.leavePidFileOf(ProcessHandle.current().pid());
        Database.embedded(folder.folder()).close();
        // The shell's child ends at once, and sleep, which took the shell's place, never asks for
        // it.
        Process parent = new ProcessBuilder("sh", "-c", "true & exec sleep 100").start();
        try {
            EmbeddedFolder.await(() -> parent.children().findAny().isPresent());
            folder.leavePidFileOf(parent.children().findAny().orElseThrow().pid());
            Database.embedded(folder.folder()).close();
        } finally {
            parent.destroyForcibly().waitFor();
        }
        assertThat(folder.isRunning()).isFalse();
    }
}

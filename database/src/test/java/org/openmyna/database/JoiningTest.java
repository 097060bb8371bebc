package org.openmyna.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs come and go; the server is there as long as one of them is. */
final class JoiningTest {
    @TempDir Path home;

    @Test
    void programs_join_and_leave_in_any_order_and_the_last_one_stops_the_server()
            throws IOException, InterruptedException {
        EmbeddedFolder folder = new EmbeddedFolder(home.resolve("db"));
        try (User first = User.starts(folder.folder(), "stay");
                User second = User.starts(folder.folder(), "stay")) {
            assertThat(first.tells()).isEqualTo("joined");
            assertThat(second.tells()).isEqualTo("joined");
            long server = folder.serverPid();
            assertThat(first.leaves()).isEqualTo("left");
            assertThat(folder.serverPid()).isEqualTo(server);
            try (User third = User.opensWithoutLogback(folder.folder())) {
                assertThat(third.tells()).isEqualTo("joined");
                second.isTerminated();
                assertThat(folder.serverPid()).isEqualTo(server);
                assertThat(third.leaves()).isEqualTo("left");
            }
        }
        assertThat(folder.isRunning()).isFalse();
    }

    @Test
    void one_program_may_open_a_folder_twice() throws IOException, SQLException {
        EmbeddedFolder folder = new EmbeddedFolder(home.resolve("db"));
        Path link = Files.createSymbolicLink(home.resolve("link"), home);
        try (Database one = Database.embedded(folder.folder())) {
            DataSource alpha = one.open("alpha", 1);
            Database two = Database.embedded(link.resolve("db"));
            two.close();
            two.close();
            assertThat(Sql.text(alpha, "SELECT count(*) FROM note")).isEqualTo("0");
        }
        assertThat(folder.isRunning()).isFalse();
    }

    @Test
    void root_is_told_that_the_machine_forbids_user_namespaces()
            throws IOException, InterruptedException {
        assumeTrue(new UnixSystem().getUid() == 0 && System.getProperty("os.name").equals("Linux"));
        try (User user = User.startsWithoutNamespaces(home.resolve("db"))) {
            assertThat(user.tells()).isEqualTo("MYNA-DBS-002");
        }
    }
}

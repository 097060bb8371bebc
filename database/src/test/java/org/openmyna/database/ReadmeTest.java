package org.openmyna.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what runs here, line by line. */
final class ReadmeTest {
    @TempDir Path home;

    @Test
    void the_example_runs() throws SQLException {
        Path folder = home.resolve("database");
        // README
        try (Database database = Database.embedded(folder)) {
            DataSource alpha = database.open("alpha", 10);
            String forAnotherMachine = database.readerUrl("alpha");
            try (Connection connection = alpha.getConnection()) {
                // README
                assertThat(Sql.text(connection, "SELECT count(*) FROM note")).isEqualTo("0");
            }
            assertThat(forAnotherMachine).contains("openmyna_alpha_reader");
        }
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        Path source = Path.of("src/test/java/org/openmyna/database/ReadmeTest.java");
        String readme = Files.readString(Path.of("README.md"));
        String shown = Files.readString(source).split(" // README\n")[1];
        assertThat(shown.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(readme).contains(line));
    }

    @Test
    void each_reason_of_this_room_has_a_code_of_its_own_and_two_sentences() {
        assertThat(Arrays.stream(DatabaseError.values()).map(DatabaseError::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MYNA-DBS-[0-9]{3}"));
        assertThat(DatabaseError.values())
                .allSatisfy(error -> assertThat(error.japanese()).isNotEqualTo(error.english()));
    }
}

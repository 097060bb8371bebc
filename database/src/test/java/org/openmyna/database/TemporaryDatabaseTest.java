package org.openmyna.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What tests, demos and benchmarks of all rooms stand on. */
final class TemporaryDatabaseTest {
    @Test
    void each_fresh_database_is_empty() throws SQLException {
        for (int n = 0; n < 3; n++) {
            try (Database database = TemporaryDatabase.fresh()) {
                DataSource alpha = database.open("alpha", 2);
                assertThat(Sql.text(alpha, "SELECT count(*) FROM note")).isEqualTo("0");
                Sql.run(alpha, "INSERT INTO note (text) VALUES ('試験用')");
            }
        }
    }
}

package org.openmyna.server.sandbox.population;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the loading of the population is, in the schema of the sandbox. */
final class LoadJournal {
    /**
     * @param day as at which the ages are
     * @param loaded that everybody is in the register
     * @param stories how many of {@link Stories} are done
     */
    record Entry(long seed, long people, LocalDate day, boolean loaded, int stories) {
        private static final String READ =
                "SELECT seed, people, day, loaded, stories FROM population";

        private static Entry from(ResultSet row, int index) throws SQLException {
            return new Entry(
                    row.getLong("seed"),
                    row.getLong("people"),
                    row.getObject("day", LocalDate.class),
                    row.getBoolean("loaded"),
                    row.getInt("stories"));
        }
    }

    private final JdbcClient database;

    LoadJournal(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** The order that holds: the first one that was ever given. */
    Entry begin(long seed, long people, LocalDate day) {
        var _ =
                database.sql(
                                """
                                INSERT INTO population (seed, people, day)
                                VALUES (:seed, :people, :day)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("seed", seed)
                        .param("people", people)
                        .param("day", day)
                        .update();
        return database.sql(Entry.READ).query(Entry::from).single();
    }

    void everybodyIsIn() {
        var _ = database.sql("UPDATE population SET loaded = true").update();
    }

    void storiesDone(int stories) {
        var _ =
                database.sql("UPDATE population SET stories = :stories")
                        .param("stories", stories)
                        .update();
    }
}

package org.openmyna.server.counter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.MunicipalityCode;

/** Municipalities and who works at their counters. */
final class Officers {
    private static final String OFFICES =
            "SELECT code, name, english FROM municipality ORDER BY code";

    private static final String OFFICERS =
            """
            SELECT o.id, o.name, o.supervisor, m.code, m.name AS office, m.english
              FROM officer o JOIN municipality m ON m.code = o.municipality
            """;

    private static final String KEYS = "SELECT keys FROM officer WHERE id = ?";
    private static final String USE_KEYS = "UPDATE officer SET keys = ? WHERE id = ?";

    private final Table table;

    Officers(Table table) {
        this.table = table;
    }

    List<Office> offices() {
        return table.rows(
                OFFICES, row -> office(row.getString("code"), row.getString("name"), row));
    }

    List<Clerk> at(String code) {
        return table.rows(OFFICERS + " WHERE m.code = ? ORDER BY o.id", Officers::clerk, code);
    }

    Optional<Clerk> clerk(String id) {
        return table.row(OFFICERS + " WHERE o.id = ?", Officers::clerk, id);
    }

    /** Whether keys do what links and buttons of the header do. */
    boolean usesKeys(Clerk clerk) {
        return table.row(KEYS, row -> row.getBoolean("keys"), clerk.id()).orElse(true);
    }

    void useKeys(Clerk clerk, boolean on) {
        table.rows(USE_KEYS, row -> clerk, on, clerk.id());
    }

    private static Clerk clerk(ResultSet row) throws SQLException {
        return new Clerk(
                row.getString("id"),
                row.getString("name"),
                office(row.getString("code"), row.getString("office"), row),
                row.getBoolean("supervisor"));
    }

    private static Office office(String code, String name, ResultSet row) throws SQLException {
        return new Office(new MunicipalityCode(code), name, row.getString("english"));
    }
}

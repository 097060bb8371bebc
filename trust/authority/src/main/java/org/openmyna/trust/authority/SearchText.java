package org.openmyna.trust.authority;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.trust.authority.log.SerialColumn;

/** A search as SQL: fixed pieces for what is asked, parameters for what it is asked with. */
final class SearchText {
    private final StringBuilder where = new StringBuilder();
    private final List<Archive.Parameters> parameters = new ArrayList<>();
    private int next = 1;

    /**
     * @param first and {@code last}: ids of the CA's generations lie between them
     */
    SearchText(CertificateSearch search, short first, short last) {
        add("c.generation BETWEEN ? AND ?", first, last);
        search.holder().ifPresent(each -> add("c.holder = ?", each.value()));
        search.request().ifPresent(each -> add("c.request_id = ?", each.value()));
        search.serial().ifPresent(each -> add("c.serial = ?", SerialColumn.bytes(each)));
        search.office().ifPresent(each -> add("c.office = ?", each.fiveDigits()));
        search.state().ifPresent(each -> add("c.state = ?", each.code()));
        search.after()
                .ifPresent(last1 ->
                        add(
                                "(c.generation, c.serial) > (?, ?)",
                                last1.generation(),
                                SerialColumn.bytes(last1.serial())));
        int most = search.most();
        int at = next;
        parameters.add(statement -> statement.setInt(at, most));
    }

    private void add(String condition, Object... values) {
        where.append(where.isEmpty() ? "" : " AND ").append(condition);
        for (Object value : values) {
            int at = next++;
            parameters.add(statement -> statement.setObject(at, value));
        }
    }

    String sql() {
        return "SELECT "
                + CertificateRow.COLUMNS
                + " FROM certificate c WHERE "
                + where
                + " ORDER BY c.generation, c.serial LIMIT ?";
    }

    void set(PreparedStatement statement) throws SQLException {
        for (Archive.Parameters each : parameters) each.set(statement);
    }
}

package org.openmyna.server.counter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements on the counter's tables. */
final class Table {
    private final DataSource source;

    Table(DataSource source) {
        this.source = source;
    }

    /** What reads a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * @param values a place each: text, number, day, instant, list of texts, nothing
     * @throws DatabaseNotReached if it is not possible (MYNA-CTR-002)
     */
    <T> List<T> rows(String sql, Row<T> row, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) set(connection, statement, n + 1, values[n]);
            List<T> all = new ArrayList<>();
            if (!statement.execute()) return all;
            ResultSet results = statement.getResultSet();
            while (results.next()) all.add(row.read(results));
            return all;
        } catch (SQLException failed) {
            throw new DatabaseNotReached(String.valueOf(failed.getSQLState()), failed);
        }
    }

    <T> Optional<T> row(String sql, Row<T> row, @Nullable Object... values) {
        return rows(sql, row, values).stream().findFirst();
    }

    private static void set(
            Connection connection, PreparedStatement statement, int n, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case Instant moment ->
                    statement.setObject(n, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            case LocalDate day -> statement.setObject(n, day);
            case List<?> texts ->
                    statement.setArray(n, connection.createArrayOf("text", texts.toArray()));
            case null -> statement.setObject(n, null);
            default -> statement.setObject(n, value);
        }
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static Optional<Long> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}

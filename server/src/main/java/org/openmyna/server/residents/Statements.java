package org.openmyna.server.residents;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several statements in one round trip: the driver sends them all, then reads all answers. */
final class Statements {
    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** What reads a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Statements add(String statement, @Nullable Object... ofIt) {
        if (!sql.isEmpty()) sql.append(";\n");
        sql.append(statement.strip());
        for (Object value : ofIt) values.add(value);
        return this;
    }

    boolean isEmpty() {
        return sql.isEmpty();
    }

    void execute(Connection connection) throws SQLException {
        if (isEmpty()) return;
        try (PreparedStatement statement = prepared(connection)) {
            statement.execute();
        }
    }

    <T> List<T> query(Connection connection, Row<T> row) throws SQLException {
        try (PreparedStatement statement = prepared(connection)) {
            statement.execute();
            return rows(statement, row);
        }
    }

    PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int n = 0; n < values.size(); n++) set(statement, n + 1, values.get(n));
        return statement;
    }

    /** The rows of the statement's present result, or of the next one that has rows. */
    static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
        List<T> all = new ArrayList<>();
        ResultSet results = statement.getResultSet();
        while (results == null && (statement.getMoreResults() || statement.getUpdateCount() != -1))
            results = statement.getResultSet();
        while (results != null && results.next()) all.add(row.read(results));
        return all;
    }

    private static void set(PreparedStatement statement, int n, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setString(n, null);
            case Long number -> statement.setLong(n, number);
            case Integer number -> statement.setInt(n, number);
            case Boolean yes -> statement.setBoolean(n, yes);
            case String text -> statement.setString(n, text);
            case byte[] bytes -> statement.setBytes(n, bytes);
            case LocalDate day -> statement.setObject(n, day);
            case Instant moment ->
                    statement.setObject(n, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            case Array array -> statement.setArray(n, array);
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    static Array longs(Connection connection, Collection<Long> numbers) throws SQLException {
        return connection.createArrayOf("int8", numbers.toArray(Long[]::new));
    }

    static List<Long> longs(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((Long[]) array.getArray());
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** None for NULL. */
    static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** None for infinity. */
    static Optional<Instant> end(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment.equals(OffsetDateTime.MAX)
                ? Optional.empty()
                : Optional.of(moment.toInstant());
    }
}

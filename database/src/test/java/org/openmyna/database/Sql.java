package org.openmyna.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** One statement, one value. */
final class Sql {
    private Sql() {}

    static String text(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return text(connection, query);
        }
    }

    static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    static Set<Long> numbers(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Set<Long> numbers = new HashSet<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    static void run(DataSource source, String statement) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement work = connection.createStatement()) {
            work.execute(statement);
        }
    }
}

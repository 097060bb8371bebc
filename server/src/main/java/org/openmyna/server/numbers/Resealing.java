package org.openmyna.server.numbers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.server.numbers.Sealing.Sealed;

/** Encrypts again with the newest key what an older one was used for. */
final class Resealing {
    private static final int BATCH = 1_000;
    private static final String NUMBERS =
            """
            SELECT number_index AS index, person, number AS content, key_id
              FROM number WHERE key_id <> ? LIMIT ? FOR UPDATE SKIP LOCKED
            """;
    private static final String PUT_NUMBER =
            "UPDATE number SET number = ?, key_id = ? WHERE number_index = ?";
    private static final String CODES =
            """
            SELECT code_index AS index, person, code AS content, key_id
              FROM person WHERE key_id <> ? LIMIT ? FOR UPDATE SKIP LOCKED
            """;
    private static final String PUT_CODE =
            "UPDATE person SET code = ?, key_id = ? WHERE code_index = ?";

    private final Transactions transactions;
    private final Secrets secrets;

    private record Row(byte[] index, long person, Sealed sealed) {}

    private interface Again {
        Sealed of(Sealing sealing, Row row);
    }

    Resealing(Transactions transactions, Secrets secrets) {
        this.transactions = transactions;
        this.secrets = secrets;
    }

    /** Everything that is not under the newest key; how many rows that were. */
    long all() {
        return all(
                        NUMBERS,
                        PUT_NUMBER,
                        (sealing, row) ->
                                sealing.seal(
                                        sealing.number(row.sealed(), row.person(), row.index()),
                                        row.person()))
                + all(
                        CODES,
                        PUT_CODE,
                        (sealing, row) ->
                                sealing.seal(
                                        sealing.code(row.sealed(), row.person(), row.index()),
                                        row.person()));
    }

    private long all(String query, String update, Again again) {
        long all = 0;
        int batch = BATCH;
        while (batch > 0) {
            batch = transactions.run(connection -> some(connection, query, update, again));
            all += batch;
        }
        return all;
    }

    private int some(Connection connection, String query, String update, Again again)
            throws SQLException {
        Sealing sealing = secrets.workbench().sealing();
        List<Row> rows = rows(connection, query, secrets.keys().encryption().lastKey());
        try (PreparedStatement put = connection.prepareStatement(update)) {
            for (Row row : rows) {
                Sealed fresh = again.of(sealing, row);
                put.setBytes(1, fresh.content());
                put.setShort(2, fresh.keyId());
                put.setBytes(3, row.index());
                put.addBatch();
            }
            put.executeBatch();
        }
        return rows.size();
    }

    private static List<Row> rows(Connection connection, String query, short newest)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setShort(1, newest);
            select.setInt(2, BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(
                            new Row(
                                    row.getBytes("index"),
                                    row.getLong("person"),
                                    new Sealed(row.getShort("key_id"), row.getBytes("content"))));
                }
            }
        }
        return rows;
    }
}

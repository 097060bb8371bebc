package org.openmyna.trust.authority;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.log.SerialColumn;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.JpkiCertificate;

/** Writes what a batch of acts has changed, one statement for each table and kind of change. */
final class PageWriter {
    private static final String ADD =
            """
            INSERT INTO certificate (generation, serial, state, request_id, holder, office, point,
                   medium, replacing, not_before, not_after, common_name, der, revoked_reason,
                   revoked_at, changed_at)
            SELECT w.generation, w.serial, w.state, w.request_id, w.holder, w.office, w.point,
                   w.medium, w.replacing, to_timestamp(w.not_before), to_timestamp(w.not_after),
                   w.common_name, w.der, w.revoked_reason, to_timestamp(w.revoked_at),
                   to_timestamp(w.changed_at)
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS w(generation, serial, state, request_id, holder, office, point, medium,
                     replacing, not_before, not_after, common_name, der, revoked_reason,
                     revoked_at, changed_at)
            """;
    private static final String SIGN =
            """
            UPDATE certificate c
               SET not_before = to_timestamp(w.not_before),
                   not_after = to_timestamp(w.not_after),
                   common_name = w.common_name, der = w.der, state = w.state,
                   revoked_reason = w.revoked_reason, revoked_at = to_timestamp(w.revoked_at),
                   changed_at = to_timestamp(w.changed_at)
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS w(generation, serial, not_before, not_after, common_name, der, state,
                     revoked_reason, revoked_at, changed_at)
             WHERE c.generation = w.generation AND c.serial = w.serial
            """;
    private static final String CHANGE =
            """
            UPDATE certificate c
               SET state = w.state, revoked_reason = w.revoked_reason,
                   revoked_at = to_timestamp(w.revoked_at), changed_at = to_timestamp(w.changed_at)
              FROM unnest(?, ?, ?, ?, ?, ?)
                AS w(generation, serial, state, revoked_reason, revoked_at, changed_at)
             WHERE c.generation = w.generation AND c.serial = w.serial
            """;
    private static final String HOLD =
            """
            INSERT INTO holding (ca, holder, medium, living_generation, living_serial,
                   living_not_after, pending_generation, pending_serial, pending_request)
            SELECT w.ca, w.holder, w.medium, w.living_generation, w.living_serial,
                   to_timestamp(w.living_not_after), w.pending_generation, w.pending_serial,
                   w.pending_request
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS w(ca, holder, medium, living_generation, living_serial, living_not_after,
                     pending_generation, pending_serial, pending_request)
                ON CONFLICT (ca, holder, medium) DO UPDATE
               SET living_generation = EXCLUDED.living_generation,
                   living_serial = EXCLUDED.living_serial,
                   living_not_after = EXCLUDED.living_not_after,
                   pending_generation = EXCLUDED.pending_generation,
                   pending_serial = EXCLUDED.pending_serial,
                   pending_request = EXCLUDED.pending_request
            """;

    private final Connection connection;
    private final Page page;

    PageWriter(Connection connection, Page page) {
        this.connection = connection;
        this.page = page;
    }

    void write() throws SQLException {
        List<CertificateRow> changed = page.changed();
        add(page.added());
        sign(changed.stream().filter(row -> page.signed(row.key()).isPresent()).toList());
        change(changed.stream().filter(row -> page.signed(row.key()).isEmpty()).toList());
        holdings(page.touched());
    }

    private void add(List<CertificateRow> rows) throws SQLException {
        if (rows.isEmpty()) return;
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            var columns = new Columns(add);
            key(columns, rows);
            columns.add("int2", rows, row -> row.state().code());
            columns.add("text", rows, row -> row.request().value());
            columns.add("text", rows, row -> row.holder().value());
            columns.add("text", rows, CertificateRow::office);
            columns.add("text", rows, CertificateRow::point);
            columns.add("int2", rows, row -> Sql.medium(row.medium()));
            columns.add(
                    "int2",
                    rows,
                    row -> row.replacing().map(each -> (short) each.code()).orElse(null));
            signature(columns, rows);
            ending(columns, rows);
            add.executeUpdate();
        }
    }

    private void sign(List<CertificateRow> rows) throws SQLException {
        if (rows.isEmpty()) return;
        try (PreparedStatement sign = connection.prepareStatement(SIGN)) {
            var columns = new Columns(sign);
            key(columns, rows);
            signature(columns, rows);
            columns.add("int2", rows, row -> row.state().code());
            ending(columns, rows);
            mustReach(rows.size(), sign.executeUpdate());
        }
    }

    private void change(List<CertificateRow> rows) throws SQLException {
        if (rows.isEmpty()) return;
        try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
            var columns = new Columns(change);
            key(columns, rows);
            columns.add("int2", rows, row -> row.state().code());
            ending(columns, rows);
            mustReach(rows.size(), change.executeUpdate());
        }
    }

    private void holdings(List<HoldingRow> rows) throws SQLException {
        if (rows.isEmpty()) return;
        try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
            var columns = new Columns(hold);
            columns.add("int2", rows, row -> Generation.code(row.key().ca()));
            columns.add("text", rows, row -> row.key().holder().value());
            columns.add("int2", rows, row -> Sql.medium(row.key().medium()));
            Function<HoldingRow, @Nullable CertificateKey> living =
                    row -> row.living().map(HoldingRow.Living::certificate).orElse(null);
            Function<HoldingRow, @Nullable CertificateKey> pending =
                    row -> row.pending().map(HoldingRow.Pending::certificate).orElse(null);
            columns.add("int2", rows, row -> generation(living.apply(row)));
            columns.add("bytea", rows, row -> serial(living.apply(row)));
            columns.add(
                    "int8",
                    rows,
                    row -> Sql.seconds(row.living().map(HoldingRow.Living::notAfter)));
            columns.add("int2", rows, row -> generation(pending.apply(row)));
            columns.add("bytea", rows, row -> serial(pending.apply(row)));
            columns.add(
                    "text",
                    rows,
                    row -> row.pending().map(each -> each.request().value()).orElse(null));
            hold.executeUpdate();
        }
    }

    private static @Nullable Short generation(@Nullable CertificateKey key) {
        return key == null ? null : key.generation();
    }

    private static byte @Nullable [] serial(@Nullable CertificateKey key) {
        return key == null ? null : SerialColumn.bytes(key.serial());
    }

    private static void key(Columns columns, List<CertificateRow> rows) throws SQLException {
        columns.add("int2", rows, row -> row.key().generation());
        columns.add("bytea", rows, row -> SerialColumn.bytes(row.serial()));
    }

    private void signature(Columns columns, List<CertificateRow> rows) throws SQLException {
        columns.add("int8", rows, row -> Sql.seconds(row.notBefore()));
        columns.add("int8", rows, row -> Sql.seconds(row.notAfter()));
        columns.add("text", rows, row -> row.commonName().orElse(null));
        columns.add(
                "bytea",
                rows,
                row -> page.signed(row.key()).map(JpkiCertificate::der).orElse(null));
    }

    private static void ending(Columns columns, List<CertificateRow> rows) throws SQLException {
        columns.add(
                "int2",
                rows,
                row -> row.revoked().map(each -> (short) each.reason().code()).orElse(null));
        columns.add(
                "int8",
                rows,
                row -> Sql.seconds(row.revoked().map(CertificateStatus.Revoked::when)));
        columns.add("int8", rows, row -> row.changedAt().getEpochSecond());
    }

    /** Rows under the clock cannot go away: if one did, somebody works past this engine. */
    private static void mustReach(int rows, int reached) throws SQLException {
        if (rows != reached) throw new SQLException("changed " + reached + " rows of " + rows);
    }

    /** Arrays for the parameters of one statement, from the first on. */
    private final class Columns {
        private final PreparedStatement statement;
        private int next = 1;

        Columns(PreparedStatement statement) {
            this.statement = statement;
        }

        <T> void add(String type, List<T> rows, Function<T, @Nullable Object> cell)
                throws SQLException {
            Array array = Sql.column(connection, type, rows, cell);
            statement.setArray(next++, array);
        }
    }
}

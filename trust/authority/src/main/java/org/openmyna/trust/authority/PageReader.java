package org.openmyna.trust.authority;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.log.SerialColumn;
import org.openmyna.trust.profile.CaKind;

/** Reads what a batch of acts needs, with one statement for each kind of question. */
final class PageReader {
    private static final String BY_REQUEST =
            "SELECT "
                    + CertificateRow.COLUMNS
                    + """
                      FROM unnest(?, ?) AS w(ca, request)
                     CROSS JOIN LATERAL (
                           SELECT * FROM certificate
                            WHERE request_id = w.request
                              AND generation BETWEEN w.ca * 1000 AND w.ca * 1000 + 999
                            LIMIT 1) c
                    """;
    private static final String BY_SERIAL =
            "SELECT "
                    + CertificateRow.COLUMNS
                    + """
                      FROM unnest(?, ?) AS w(ca, serial)
                      JOIN generation g ON g.ca = w.ca
                     CROSS JOIN LATERAL (
                           SELECT * FROM certificate
                            WHERE generation = g.generation AND serial = w.serial
                            LIMIT 1) c
                    """;
    private static final String BY_KEY =
            "SELECT "
                    + CertificateRow.COLUMNS
                    + """
                      FROM unnest(?, ?) AS w(generation, serial)
                     CROSS JOIN LATERAL (
                           SELECT * FROM certificate
                            WHERE generation = w.generation AND serial = w.serial
                            LIMIT 1) c
                    """;
    private static final String HOLDINGS =
            "SELECT "
                    + HoldingRow.COLUMNS
                    + """
                      FROM unnest(?, ?, ?) AS w(ca, holder, medium)
                     CROSS JOIN LATERAL (
                           SELECT * FROM holding
                            WHERE ca = w.ca AND holder = w.holder AND medium = w.medium
                            LIMIT 1) h
                    """;
    private static final String NAMES =
            """
            SELECT w.ca, w.common_name
              FROM unnest(?, ?) AS w(ca, common_name)
             CROSS JOIN LATERAL (
                   SELECT 1 FROM certificate
                    WHERE common_name = w.common_name
                      AND generation BETWEEN w.ca * 1000 AND w.ca * 1000 + 999
                    LIMIT 1) c
            """;

    private final Connection connection;

    PageReader(Connection connection) {
        this.connection = connection;
    }

    Page read(Instant date, Needs needs) throws SQLException {
        Page page = new Page(date);
        byRequest(page, needs);
        bySerial(page, needs);
        byKey(page, needs.keys());
        holdings(page, needs);
        if (needs.wantsLiving()) byKey(page, living(page));
        names(page, needs);
        return page;
    }

    private void byRequest(Page page, Needs needs) throws SQLException {
        if (needs.requests().isEmpty()) return;
        try (PreparedStatement ask = connection.prepareStatement(BY_REQUEST)) {
            ask.setArray(1, column("int2", needs.requests(), each -> code(each.ca())));
            ask.setArray(2, column("text", needs.requests(), each -> each.request().value()));
            certificates(page, ask);
        }
    }

    private void bySerial(Page page, Needs needs) throws SQLException {
        if (needs.serials().isEmpty()) return;
        try (PreparedStatement ask = connection.prepareStatement(BY_SERIAL)) {
            ask.setArray(1, column("int2", needs.serials(), each -> code(each.ca())));
            ask.setArray(
                    2, column("bytea", needs.serials(), each -> SerialColumn.bytes(each.serial())));
            certificates(page, ask);
        }
    }

    private void byKey(Page page, Set<CertificateKey> keys) throws SQLException {
        if (keys.isEmpty()) return;
        try (PreparedStatement ask = connection.prepareStatement(BY_KEY)) {
            ask.setArray(1, column("int2", keys, CertificateKey::generation));
            ask.setArray(2, column("bytea", keys, each -> SerialColumn.bytes(each.serial())));
            certificates(page, ask);
        }
    }

    private static void certificates(Page page, PreparedStatement ask) throws SQLException {
        try (ResultSet rows = ask.executeQuery()) {
            while (rows.next()) page.read(CertificateRow.from(rows));
        }
    }

    private void holdings(Page page, Needs needs) throws SQLException {
        Set<HoldingKey> keys = new LinkedHashSet<>(needs.holdings());
        page.certificates().forEach(row -> keys.add(row.holding()));
        if (keys.isEmpty()) return;
        try (PreparedStatement ask = connection.prepareStatement(HOLDINGS)) {
            ask.setArray(1, column("int2", keys, each -> code(each.ca())));
            ask.setArray(2, column("text", keys, each -> each.holder().value()));
            ask.setArray(3, column("int2", keys, each -> Sql.medium(each.medium())));
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) page.read(HoldingRow.from(rows));
            }
        }
    }

    private static Set<CertificateKey> living(Page page) {
        Set<CertificateKey> keys = new LinkedHashSet<>();
        List<HoldingRow> holdings = page.holdings();
        holdings.forEach(each -> each.living().ifPresent(one -> keys.add(one.certificate())));
        return keys;
    }

    private void names(Page page, Needs needs) throws SQLException {
        if (needs.names().isEmpty()) return;
        try (PreparedStatement ask = connection.prepareStatement(NAMES)) {
            ask.setArray(1, column("int2", needs.names(), each -> code(each.ca())));
            ask.setArray(2, column("text", needs.names(), Page.NameKey::commonName));
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    CaKind ca =
                            rows.getShort("ca") == code(CaKind.SIGNATURE)
                                    ? CaKind.SIGNATURE
                                    : CaKind.USER_AUTHENTICATION;
                    page.read(new Page.NameKey(ca, rows.getString("common_name")));
                }
            }
        }
    }

    private static short code(CaKind ca) {
        return Generation.code(ca);
    }

    private <T> Array column(String type, Set<T> rows, Function<T, Object> cell)
            throws SQLException {
        return Sql.column(connection, type, rows, cell::apply);
    }
}

package org.openmyna.trust.authority;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.log.SerialColumn;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.JpkiCertificate;

/** Reads what one CA keeps of its certificates; changes nothing. */
final class Archive {
    private static final String UNFINISHED =
            "SELECT "
                    + CertificateRow.COLUMNS
                    + """
                    , c.der FROM certificate c
                     WHERE c.generation BETWEEN ? AND ? AND c.state < 4
                     ORDER BY c.generation, c.serial
                    """;
    private static final String CERTIFICATE =
            "SELECT der FROM certificate WHERE generation = ? AND serial = ?";
    private static final String CERTIFICATE_OF_REQUEST =
            """
            SELECT der
              FROM certificate
             WHERE request_id = ? AND generation BETWEEN ? AND ?
            """;

    private final CaKind ca;
    private final Engine engine;

    Archive(CaKind ca, Engine engine) {
        this.ca = ca;
        this.engine = engine;
    }

    /** What a page would show, read outside of any transaction. */
    private Page look(Consumer<Needs> questions) {
        Needs needs = new Needs();
        questions.accept(needs);
        try (Connection connection = engine.database().getConnection()) {
            return new PageReader(connection).read(engine.dates().now(), needs);
        } catch (SQLException failed) {
            throw new AuthorityDatabaseFailed(failed);
        }
    }

    Optional<CertificateRow> byRequest(RequestId id) {
        RequestKey key = new RequestKey(ca, id);
        return look(needs -> needs.request(key)).byRequest(key);
    }

    Optional<CertificateRow> bySerial(CertificateSerial serial) {
        Page.SerialKey key = new Page.SerialKey(ca, serial);
        return look(needs -> needs.serial(key)).bySerial(key);
    }

    /** On the card first, then on the phone. */
    private Stream<HoldingRow> holdings(HolderId holder) {
        List<HoldingKey> keys =
                Stream.of(CertificateMedium.values())
                        .map(medium -> new HoldingKey(ca, holder, medium))
                        .toList();
        Page page = look(needs -> keys.forEach(needs::holding));
        return keys.stream().map(page::holding);
    }

    Optional<CertificateSerial> living(HolderId holder) {
        return holdings(holder)
                .flatMap(each -> each.livingAt(engine.dates().now()).stream())
                .map(each -> each.certificate().serial())
                .findFirst();
    }

    Optional<Issuing> pending(HolderId holder) {
        return holdings(holder)
                .flatMap(each -> each.pending().stream())
                .flatMap(each -> issuing(each.request()).stream())
                .findFirst();
    }

    Optional<Issuing> issuing(RequestId id) {
        Optional<CertificateRow> row = byRequest(id);
        if (row.isEmpty()) return Optional.empty();
        return Optional.of(issuing(row.get(), certificateOf(id)));
    }

    private static Issuing issuing(CertificateRow row, Optional<JpkiCertificate> certificate) {
        return new Issuing(
                row.request(),
                row.holder(),
                row.medium(),
                row.state(),
                row.key().generation(),
                row.serial(),
                certificate,
                row.changedAt());
    }

    private Optional<JpkiCertificate> certificateOf(RequestId id) {
        return one(
                CERTIFICATE_OF_REQUEST,
                ask -> {
                    ask.setString(1, id.value());
                    ask.setShort(2, first());
                    ask.setShort(3, last());
                });
    }

    Optional<JpkiCertificate> certificate(CertificateSerial serial) {
        return bySerial(serial).map(CertificateRow::key).flatMap(this::certificate);
    }

    private Optional<JpkiCertificate> certificate(CertificateKey key) {
        return one(
                CERTIFICATE,
                ask -> {
                    ask.setShort(1, key.generation());
                    ask.setBytes(2, SerialColumn.bytes(key.serial()));
                });
    }

    @FunctionalInterface
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private Optional<JpkiCertificate> one(String sql, Parameters parameters) {
        List<Optional<JpkiCertificate>> found =
                list(sql, parameters, row -> certificate(row.getBytes("der")));
        return found.stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<JpkiCertificate> certificate(byte[] der) {
        return der == null ? Optional.empty() : Optional.of(JpkiCertificate.parse(der));
    }

    List<Issuing> unfinished() {
        return list(
                UNFINISHED,
                ask -> {
                    ask.setShort(1, first());
                    ask.setShort(2, last());
                },
                row -> issuing(CertificateRow.from(row), certificate(row.getBytes("der"))));
    }

    Optional<CertificateRecord> find(CertificateSerial serial) {
        return search(CertificateSearch.all().of(serial).atMost(1)).stream().findFirst();
    }

    List<CertificateRecord> search(CertificateSearch search) {
        SearchText text = new SearchText(search, first(), last());
        List<CertificateRow> rows = list(text.sql(), text::set, CertificateRow::from);
        if (rows.isEmpty()) return List.of();
        engine.books().catchUp();
        return rows.stream().map(this::recorded).toList();
    }

    private CertificateRecord recorded(CertificateRow row) {
        return new CertificateRecord(
                row.key().generation(),
                row.serial(),
                row.state(),
                row.request(),
                row.holder(),
                row.office(),
                row.point(),
                row.medium(),
                row.notBefore(),
                row.notAfter(),
                row.commonName(),
                engine.books().statusOf(row.key().generation(), row.serial()),
                row.changedAt());
    }

    CertificateStatus statusOf(CertificateSerial serial) {
        engine.books().catchUp();
        return engine.generations().of(ca).stream()
                .map(each -> engine.books().statusOf(each.id(), serial))
                .filter(each -> !(each instanceof CertificateStatus.Unknown))
                .findFirst()
                .orElse(new CertificateStatus.Unknown());
    }

    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Parameters parameters, Reading<T> reading) {
        try (Connection connection = engine.database().getConnection();
                PreparedStatement ask = connection.prepareStatement(sql)) {
            parameters.set(ask);
            try (ResultSet rows = ask.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) found.add(reading.of(rows));
                return found;
            }
        } catch (SQLException failed) {
            throw new AuthorityDatabaseFailed(failed);
        }
    }

    /** Ids of this CA's generations lie between these, both included. */
    short first() {
        return Generation.idOf(ca, 0);
    }

    short last() {
        return Generation.idOf(ca, 999);
    }
}

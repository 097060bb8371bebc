package org.openmyna.trust.authority.ocsp;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.trust.authority.log.SerialColumn;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * A row of {@code responder}.
 *
 * @param certificate DER
 * @param sealedKey PKCS#8 under the {@link ResponderSecret}
 */
record ResponderRow(
        short generation,
        CertificateSerial serial,
        byte[] certificate,
        byte[] sealedKey,
        Instant notBefore,
        Instant notAfter) {
    private static final String VALID_AT =
            """
            SELECT generation, serial, certificate, sealed_key, not_before, not_after
              FROM responder
             WHERE not_before <= ? AND not_after > ? AND length(sealed_key) > 0
             ORDER BY generation, not_after DESC, not_before DESC
            """;
    private static final String INSERT =
            """
            INSERT INTO responder (generation, serial, certificate, sealed_key, not_before, not_after)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String EMPTY_ENDED =
            """
            UPDATE responder SET sealed_key = ''
             WHERE generation = ? AND not_after < ? AND length(sealed_key) > 0
            """;

    private static ResponderRow from(ResultSet row) throws SQLException {
        return new ResponderRow(
                row.getShort("generation"),
                SerialColumn.serial(row.getBytes("serial")),
                row.getBytes("certificate"),
                row.getBytes("sealed_key"),
                row.getObject("not_before", OffsetDateTime.class).toInstant(),
                row.getObject("not_after", OffsetDateTime.class).toInstant());
    }

    /** Of each generation, the one first that is valid longest. */
    static List<ResponderRow> validAt(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(VALID_AT)) {
            asked.setObject(1, now.atOffset(ZoneOffset.UTC));
            asked.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = asked.executeQuery()) {
                List<ResponderRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(from(rows));
                }
                return found;
            }
        }
    }

    void insert(Connection connection) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(INSERT)) {
            row.setShort(1, generation);
            row.setBytes(2, SerialColumn.bytes(serial));
            row.setBytes(3, certificate);
            row.setBytes(4, sealedKey);
            row.setObject(5, notBefore.atOffset(ZoneOffset.UTC));
            row.setObject(6, notAfter.atOffset(ZoneOffset.UTC));
            row.executeUpdate();
        }
    }

    /** Keys whose certificates have ended are of no use to anybody but a thief. */
    static void emptyEnded(Connection connection, short generation, Instant before)
            throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(EMPTY_ENDED)) {
            rows.setShort(1, generation);
            rows.setObject(2, before.atOffset(ZoneOffset.UTC));
            rows.executeUpdate();
        }
    }
}

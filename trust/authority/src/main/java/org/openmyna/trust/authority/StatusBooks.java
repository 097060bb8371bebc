package org.openmyna.trust.authority;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.openmyna.trust.authority.log.StatusLog;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/** Log and index. */
final class StatusBooks {
    private final DataSource database;
    private final StatusLog log;

    StatusBooks(DataSource database, StatusLog log) {
        this.database = database;
        this.log = log;
    }

    void wake() {
        log.wake();
    }

    void catchUp() {
        log.catchUp();
    }

    CertificateStatus statusOf(short generation, CertificateSerial serial) {
        String sql =
                """
                SELECT l.event, l.reason, l.happened_at FROM status_log l
                 WHERE l.generation = ? AND l.serial = ? ORDER BY l.position DESC LIMIT 1
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setShort(1, generation);
            ask.setBytes(2, Sql.serial(serial));
            try (ResultSet row = ask.executeQuery()) {
                if (!row.next()) return new CertificateStatus.Unknown();
                return switch (row.getInt(1)) {
                    case 1, 3, 5 -> new CertificateStatus.Good();
                    case 4 ->
                            new CertificateStatus.Revoked(
                                    row.getObject(3, OffsetDateTime.class).toInstant(),
                                    RevocationReason.ofCode(row.getInt(2)).orElseThrow());
                    default -> new CertificateStatus.Unknown();
                };
            }
        } catch (SQLException failed) {
            throw new AuthorityDatabaseFailed(failed);
        }
    }
}

package org.openmyna.server.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Why nobody logs in there: of a whole party, or of one of its clients.
 *
 * @param law article that it goes by
 * @param since legal time
 */
public record Suspension(String reason, String law, Instant since) {
    static final String OF_PARTY =
            """
            INSERT INTO suspension (party, client, reason, law, valid_from, entered_at)
            SELECT p.id, NULL, ?, ?, ?, ?
              FROM party p
             WHERE p.id = ?
               AND NOT EXISTS (SELECT FROM suspension s
                                WHERE s.party = p.id AND s.client IS NULL AND s.valid_to IS NULL)
            """;

    static final String OF_CLIENT =
            """
            INSERT INTO suspension (party, client, reason, law, valid_from, entered_at)
            SELECT c.party, c.id, ?, ?, ?, ?
              FROM client c
             WHERE c.id = ?
               AND NOT EXISTS (SELECT FROM suspension s
                                WHERE s.client = c.id AND s.valid_to IS NULL)
            """;

    static final String LIFT_PARTY =
            """
            UPDATE suspension SET valid_to = GREATEST(valid_from, ?)
             WHERE party = ? AND client IS NULL AND valid_to IS NULL
            """;

    static final String LIFT_CLIENT =
            """
            UPDATE suspension SET valid_to = GREATEST(valid_from, ?)
             WHERE client = ? AND valid_to IS NULL
            """;

    /** From the columns reason, law and suspended_from; nothing where they are empty. */
    static Optional<Suspension> from(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("suspended_from", OffsetDateTime.class);
        if (since == null) return Optional.empty();
        return Optional.of(
                new Suspension(row.getString("reason"), row.getString("law"), since.toInstant()));
    }
}

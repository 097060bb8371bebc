package org.openmyna.server.platform;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A relying party's program.
 *
 * @param party who answers for it
 * @param jwks public keys it authenticates with (RFC 7517)
 * @param sector host that subjects are made for
 */
public record Client(
        String id,
        String party,
        String nameJa,
        String nameEn,
        List<String> redirects,
        List<String> logouts,
        String jwks,
        String sector,
        Standing standing) {
    private static final String SELECT =
            """
            SELECT c.id, c.party, c.name_ja, c.name_en, c.redirects, c.logouts, c.jwks, c.sector,
                   EXISTS (SELECT FROM approval a
                            WHERE a.party = c.party AND a.valid_from <= ?
                              AND (a.valid_to IS NULL OR a.valid_to > ?)) AS approved,
                   EXISTS (SELECT FROM suspension s
                            WHERE s.party = c.party AND (s.client IS NULL OR s.client = c.id)
                              AND s.valid_from <= ?
                              AND (s.valid_to IS NULL OR s.valid_to > ?)) AS suspended
              FROM client c
            """;

    /** As the law's clock has it: four times the same moment, then the id. */
    static final String BY_ID = SELECT + " WHERE c.id = ?";

    static final String NEWEST = SELECT + " ORDER BY c.entered_at DESC, c.id LIMIT ?";

    static final String OF_PARTY = SELECT + " WHERE c.party = ? ORDER BY c.entered_at DESC, c.id";

    static final String LOCK = "SELECT id FROM client WHERE id = ? FOR UPDATE";

    static final String ENTER =
            """
            INSERT INTO client (id, party, name_ja, name_en, redirects, logouts, jwks, sector, entered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    public Client {
        redirects = List.copyOf(redirects);
        logouts = List.copyOf(logouts);
    }

    static Client from(ResultSet row, int index) throws SQLException {
        return new Client(
                row.getString("id"),
                row.getString("party"),
                row.getString("name_ja"),
                row.getString("name_en"),
                texts(row, "redirects"),
                texts(row, "logouts"),
                row.getString("jwks"),
                row.getString("sector"),
                row.getBoolean("suspended")
                        ? Standing.SUSPENDED
                        : row.getBoolean("approved") ? Standing.APPROVED : Standing.NOT_APPROVED);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray() instanceof String[] texts ? List.of(texts) : List.of();
    }

    /** The public name, in a language. */
    String name(boolean english) {
        return english ? nameEn : nameJa;
    }

    /** Why nobody can log in there. */
    NotDone refusal() {
        return new NotDone(
                standing == Standing.SUSPENDED
                        ? PlatformError.CLIENT_SUSPENDED
                        : PlatformError.CLIENT_NOT_APPROVED,
                java.util.Map.of("client", nameJa));
    }
}

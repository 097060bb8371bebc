package org.openmyna.server.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for clients (利用者証明検証者, サービスプロバイダ事業者), as the register has it now.
 *
 * @param id a-z, 0-9, hyphen and dot
 * @param approvedFrom legal time; first moment of the approval that holds, else of the next, else
 *     of the last; empty if there never was one
 * @param approvedUntil legal time, exclusive; empty: without an end
 * @param suspension of the whole party, with all its clients
 */
public record Party(
        String id,
        PartyKind kind,
        String nameJa,
        String nameEn,
        Standing standing,
        Optional<Instant> approvedFrom,
        Optional<Instant> approvedUntil,
        Optional<Suspension> suspension) {
    /** As the law's clock has it: six times the same moment. */
    static final String ALL =
            """
            SELECT p.id, p.kind, p.name_ja, p.name_en, a.valid_from, a.valid_to,
                   COALESCE(a.valid_from <= ? AND (a.valid_to IS NULL OR a.valid_to > ?), false)
                       AS approved,
                   s.reason, s.law, s.valid_from AS suspended_from
              FROM party p
              LEFT JOIN LATERAL (SELECT valid_from, valid_to FROM approval
                                  WHERE party = p.id
                                    AND (valid_to IS NULL OR valid_to > valid_from)
                                  ORDER BY (valid_to IS NULL OR valid_to > ?) DESC,
                                           CASE WHEN valid_to <= ? THEN valid_to END DESC,
                                           valid_from
                                  LIMIT 1) a ON true
              LEFT JOIN LATERAL (SELECT reason, law, valid_from FROM suspension
                                  WHERE party = p.id AND client IS NULL AND valid_from <= ?
                                    AND (valid_to IS NULL OR valid_to > ?)
                                  ORDER BY valid_from
                                  LIMIT 1) s ON true
            """;

    static final String NAMED = ALL + " WHERE p.id = ?";

    static final String LISTED = ALL + " ORDER BY p.entered_at, p.id";

    static final String LOCK = "SELECT id FROM party WHERE id = ? FOR UPDATE";

    static final String ENTER =
            """
            INSERT INTO party (id, kind, name_ja, name_en, entered_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """;

    /** Whether the party is approved just so from a moment on: moment, end, party, moment. */
    static final String IS_APPROVED_SO =
            """
            SELECT count(*) = 1
                   AND COALESCE(bool_and(valid_from <= ? AND valid_to IS NOT DISTINCT FROM ?::timestamptz), false)
              FROM approval
             WHERE party = ? AND (valid_to IS NULL OR valid_to > GREATEST(valid_from, ?))
            """;

    /** What was approved from a moment on is approved no more: moment, party, moment. */
    static final String END_APPROVALS =
            """
            UPDATE approval SET valid_to = GREATEST(valid_from, ?)
             WHERE party = ? AND (valid_to IS NULL OR valid_to > ?)
            """;

    static final String APPROVE =
            """
            INSERT INTO approval (party, law, valid_from, valid_to, entered_at)
            SELECT p.id, k.law, ?, ?::timestamptz, ?
              FROM party p JOIN party_kind k ON k.kind = p.kind
               AND k.valid_from <= ? AND (k.valid_to IS NULL OR k.valid_to > ?)
             WHERE p.id = ?
            """;

    static Party from(ResultSet row, int index) throws SQLException {
        Optional<Suspension> suspension = Suspension.from(row);
        return new Party(
                row.getString("id"),
                PartyKind.valueOf(row.getString("kind")),
                row.getString("name_ja"),
                row.getString("name_en"),
                suspension.isPresent()
                        ? Standing.SUSPENDED
                        : row.getBoolean("approved") ? Standing.APPROVED : Standing.NOT_APPROVED,
                moment(row.getObject("valid_from", OffsetDateTime.class)),
                moment(row.getObject("valid_to", OffsetDateTime.class)),
                suspension);
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime moment) {
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}

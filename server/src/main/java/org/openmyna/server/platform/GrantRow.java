package org.openmyna.server.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A grant as the database has it; tokens are hashes. */
record GrantRow(
        String id,
        String client,
        UUID person,
        Instant authenticatedAt,
        List<String> scopes,
        String request,
        Optional<byte[]> items,
        int version,
        byte[] code,
        Instant codeIssued,
        Instant codeExpires,
        boolean codeUsed,
        Optional<Token> access,
        Optional<Token> refresh,
        Optional<Token> idToken) {
    /** A token that was given out. */
    record Token(byte[] hash, Instant issued, Instant expires, boolean ended) {}

    private static final String SELECT =
            """
            SELECT id, client, person, authenticated_at, scopes, request, items, version,
                   code, code_issued, code_expires, code_used,
                   access, access_issued, access_expires, access_ended,
                   refresh, refresh_issued, refresh_expires, refresh_ended,
                   id_token, id_token_issued, id_token_expires
              FROM login_grant
            """;

    static final String BY_CODE = SELECT + " WHERE code = ?";
    static final String BY_ACCESS = SELECT + " WHERE access = ?";
    static final String BY_REFRESH = SELECT + " WHERE refresh = ?";
    static final String BY_ID_TOKEN = SELECT + " WHERE id_token = ?";

    /** Of the code's exchange: a relying party that refreshes may keep it as its hint. */
    static final String BY_FIRST_ID_TOKEN = SELECT + " WHERE id_token_first = ?";

    /**
     * The login is used up in the same statement, so that it becomes one grant at most. Not waited
     * for on the disk, see {@link CardLoginRow}.
     */
    static final String INSERT =
            """
            WITH used AS (
                UPDATE card_login SET state = 'USED'
                 WHERE id = ? AND state = 'ANSWERED' AND person = ?
             RETURNING person, authenticated_at, items)
            INSERT INTO login_grant (id, client, person, authenticated_at, scopes, request, items,
                                     code, code_issued, code_expires)
            SELECT ?, ?, person, authenticated_at, ?, ?, items, ?, ?, ?
              FROM used, set_config('synchronous_commit', 'off', true)
            """;

    /**
     * What was read is what is changed: of two who use one code or token, one does; on the disk
     * before anybody is told. Four items go with the first access token. A refresh token that was
     * exchanged is kept until it would have ended by itself.
     */
    static final String UPDATE =
            """
            WITH used AS (
                INSERT INTO refresh_used (token, login_grant, expires_at)
                SELECT refresh, id, refresh_expires FROM login_grant
                 WHERE id = ? AND version = ? AND refresh <> ?
                    ON CONFLICT DO NOTHING)
            UPDATE login_grant
               SET version = version + 1, code_used = ?,
                   items = CASE WHEN access IS NULL OR access = ? THEN items END,
                   access = ?, access_issued = ?, access_expires = ?, access_ended = ?,
                   refresh = ?, refresh_issued = ?, refresh_expires = ?, refresh_ended = ?,
                   id_token_first = COALESCE(id_token_first, id_token),
                   id_token = ?, id_token_issued = ?, id_token_expires = ?
             WHERE id = ? AND version = ?
            """;

    static final String END =
            """
            UPDATE login_grant
               SET version = version + 1, code_used = true, access_ended = true,
                   refresh_ended = true, items = NULL
             WHERE id = ?
            """;

    /**
     * A refresh token that was exchanged before, however long ago, comes again: somebody has a copy
     * (RFC 9700 4.14).
     */
    static final String END_COPIED =
            """
            UPDATE login_grant
               SET version = version + 1, access_ended = true, refresh_ended = true, items = NULL
             WHERE id = (SELECT login_grant FROM refresh_used WHERE token = ?)
            """;

    static final String ID_BY_ID_TOKEN = "SELECT id FROM login_grant WHERE id_token = ?";

    static GrantRow from(ResultSet row, int index) throws SQLException {
        return new GrantRow(
                row.getString("id"),
                row.getString("client"),
                row.getObject("person", UUID.class),
                at(row, "authenticated_at"),
                Client.texts(row, "scopes"),
                row.getString("request"),
                Optional.ofNullable(row.getBytes("items")),
                row.getInt("version"),
                row.getBytes("code"),
                at(row, "code_issued"),
                at(row, "code_expires"),
                row.getBoolean("code_used"),
                token(row, "access", row.getBoolean("access_ended")),
                token(row, "refresh", row.getBoolean("refresh_ended")),
                token(row, "id_token", false));
    }

    private static Optional<Token> token(ResultSet row, String name, boolean ended)
            throws SQLException {
        byte @Nullable [] hash = row.getBytes(name);
        return hash == null
                ? Optional.empty()
                : Optional.of(
                        new Token(
                                hash,
                                at(row, name + "_issued"),
                                at(row, name + "_expires"),
                                ended));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

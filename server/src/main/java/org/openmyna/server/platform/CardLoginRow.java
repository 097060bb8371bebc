package org.openmyna.server.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A card login as the database has it.
 *
 * @param browser SHA-256 of what the browser that began holds
 * @param request what the relying party asked for
 * @param challenge bytes of the challenge
 * @param code six digits
 */
record CardLoginRow(
        String id,
        byte[] browser,
        String client,
        List<String> scopes,
        AskedFor request,
        byte[] challenge,
        String code,
        boolean crossDevice,
        boolean consented,
        State state,
        Optional<byte[]> returnCode,
        Optional<UUID> person,
        Optional<byte[]> items,
        Optional<Failure> failure,
        Optional<Instant> authenticatedAt,
        Instant expiresAt) {
    /** How far it is. */
    enum State {
        WAITING,
        /** The card answered; the browser is awaited. */
        ANSWERED,
        CANCELLED,
        FAILED,
        /** It became a grant. */
        USED
    }

    private static final String COLUMNS =
            """
            id, browser, client, scopes, request, challenge, code, cross_device, consented,
            state, return_code, person, items, failure, authenticated_at, expires_at
            """;

    static final String BY_ID = "SELECT " + COLUMNS + " FROM card_login WHERE id = ?";

    /** Not waited for on the disk: a login that a crash forgets is begun again. */
    static final String BEGIN =
            """
            INSERT INTO card_login (id, browser, client, scopes, request, challenge, challenge_id, code,
                                    created_at, expires_at)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
              FROM set_config('synchronous_commit', 'off', true)
            """;

    /** Exactly one answer ever gets a row. */
    static final String USE_CHALLENGE =
            """
            UPDATE card_login SET challenge_used = true
             WHERE challenge_id = ? AND NOT challenge_used AND expires_at > ?
            """;

    static final String CHALLENGE_USED =
            "SELECT challenge_used FROM card_login WHERE challenge_id = ?";

    static final String CONSENT =
            """
            UPDATE card_login SET consented = true, cross_device = ?
              FROM set_config('synchronous_commit', 'off', true)
             WHERE id = ? AND browser = ? AND state = 'WAITING' AND expires_at > ?
         RETURNING \
            """
                    + COLUMNS;

    static final String ANSWERED =
            """
            UPDATE card_login
               SET state = 'ANSWERED', person = ?, items = ?, return_code = ?, authenticated_at = ?
             WHERE id = ? AND state = 'WAITING'
         RETURNING id
            """;

    static final String ENDED =
            """
            UPDATE card_login SET state = ?, failure = ?, return_code = ?
             WHERE id = ? AND state = 'WAITING'
         RETURNING id
            """;

    static final String WRONG_CODE =
            """
            UPDATE card_login SET code_tries = code_tries + 1
             WHERE id = ? AND state = 'WAITING' RETURNING code_tries
            """;

    static CardLoginRow from(ResultSet row, int index) throws SQLException {
        return new CardLoginRow(
                row.getString("id"),
                row.getBytes("browser"),
                row.getString("client"),
                Client.texts(row, "scopes"),
                AskedFor.parse(row.getString("request")),
                row.getBytes("challenge"),
                row.getString("code"),
                row.getBoolean("cross_device"),
                row.getBoolean("consented"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getBytes("return_code")),
                Optional.ofNullable(row.getObject("person", UUID.class)),
                Optional.ofNullable(row.getBytes("items")),
                Optional.ofNullable(row.getString("failure")).map(Failure::parse),
                Optional.ofNullable(row.getObject("authenticated_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    /** What is wanted of the card beside the login. */
    List<Item> wanted() {
        return Item.of(scopes);
    }
}

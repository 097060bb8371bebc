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
 * <p>Its steps are not waited for on the disk until the code is exchanged for tokens ({@link
 * GrantRow#UPDATE}), which is: PostgreSQL writes commits in their order, so that one that is on the
 * disk has all before it there. What a crash takes away is therefore an end of this chain, never
 * its middle, and with it whatever names that end gave out: a return code or a code of which
 * nothing is known is worth nothing. Of a person only codes have left the platform by then. Whose
 * browser comes again with its cookie finds the login where it now is, and who finds none begins
 * again. A login that ends without a grant, and a wrong number, are waited for.
 *
 * <p>A lost {@link #USE_CHALLENGE} lets the same signature count once more, in the same login
 * alone. That is harmless: what the first answer led to was lost with it, the certificate is
 * checked anew, and the login is still that of the browser that began it, on the way that the card
 * answered.
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
        boolean challengeUsed,
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
            challenge_used, state, return_code, person, items, failure, authenticated_at, expires_at
            """;

    static final String BY_ID = "SELECT " + COLUMNS + " FROM card_login WHERE id = ?";

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
              FROM set_config('synchronous_commit', 'off', true)
             WHERE challenge_id = ? AND NOT challenge_used AND expires_at > ?
            """;

    static final String CHALLENGE_USED =
            "SELECT challenge_used FROM card_login WHERE challenge_id = ?";

    static final String CONSENT =
            """
               UPDATE card_login SET consented = true, cross_device = ?
                 FROM set_config('synchronous_commit', 'off', true)
                WHERE id = ? AND browser = ? AND state = 'WAITING' AND NOT challenge_used
                  AND expires_at > ?
            RETURNING \
            """
                    + COLUMNS;

    /** A newer challenge in the place of one that nobody answered. */
    static final String RENEW =
            """
               UPDATE card_login SET challenge = ?, challenge_id = ?
                 FROM set_config('synchronous_commit', 'off', true)
                WHERE id = ? AND challenge = ? AND state = 'WAITING' AND NOT challenge_used
            RETURNING \
            """
                    + COLUMNS;

    /** The way that was checked is the way that it comes back on. */
    static final String ANSWERED =
            """
               UPDATE card_login
                  SET state = 'ANSWERED', person = ?, items = ?, return_code = ?, authenticated_at = ?
                 FROM set_config('synchronous_commit', 'off', true)
                WHERE id = ? AND state = 'WAITING' AND cross_device = ?
            RETURNING id
            """;

    /** Who may read why is said by the way that was checked, too. */
    static final String ENDED =
            """
               UPDATE card_login SET state = ?, failure = ?, return_code = ?, cross_device = ?
                WHERE id = ? AND state = 'WAITING'
            RETURNING id
            """;

    static final String CODE_TRY =
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
                row.getBoolean("challenge_used"),
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

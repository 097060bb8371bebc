package org.openmyna.server.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.NonceStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * The table of card logins, one store for any number of machines. The row of a login is also what
 * remembers its challenge: it is written when the challenge is issued.
 */
final class LoginStore implements NonceStore {
    private final DataSource database;
    private final JdbcClient jdbc;
    private final AuditLog log;
    private final InstantSource realTime;

    LoginStore(DataSource database, AuditLog log, InstantSource realTime) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.log = log;
        this.realTime = realTime;
    }

    void begin(CardLoginRow login, String challengeId) {
        jdbc.sql(CardLoginRow.BEGIN)
                .params(
                        login.id(),
                        login.browser(),
                        login.client(),
                        login.scopes().toArray(String[]::new),
                        login.request().query(),
                        login.challenge(),
                        challengeId,
                        login.code(),
                        now(),
                        ApprovalRegister.utc(login.expiresAt()))
                .update();
    }

    /** As long as it is remembered, whatever became of it. */
    Optional<CardLoginRow> find(String id) {
        return jdbc.sql(CardLoginRow.BY_ID)
                .param(id)
                .query(CardLoginRow::from)
                .optional()
                .filter(row -> realTime.instant().isBefore(row.expiresAt()));
    }

    /** The row that {@link #begin} writes is the memory. */
    @Override
    public void remember(String challengeId, Instant until) {}

    @Override
    public Consumption consume(String challengeId) {
        int used = jdbc.sql(CardLoginRow.USE_CHALLENGE).params(challengeId, now()).update();
        if (used == 1) return Consumption.CONSUMED;
        return jdbc.sql(CardLoginRow.CHALLENGE_USED)
                        .param(challengeId)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false)
                ? Consumption.ALREADY_USED
                : Consumption.UNKNOWN;
    }

    /**
     * The citizen agrees to what the page lists, and goes to the agent.
     *
     * @param browser that began
     * @param crossDevice whether the agent is on another device
     * @param until when its card must have answered
     * @return empty unless this browser's login waits for its card, and for that long
     */
    Optional<CardLoginRow> consent(String id, byte[] browser, boolean crossDevice, Instant until) {
        return jdbc.sql(CardLoginRow.CONSENT)
                .params(crossDevice, id, browser, ApprovalRegister.utc(until))
                .query(CardLoginRow::from)
                .optional();
    }

    /**
     * Puts a newer challenge in the place of the login's.
     *
     * @return empty if a card has answered since, or somebody else did it
     */
    Optional<CardLoginRow> renew(CardLoginRow login, LoginChallenge fresh) {
        return jdbc.sql(CardLoginRow.RENEW)
                .params(fresh.bytes(), fresh.id(), login.id(), login.challenge())
                .query(CardLoginRow::from)
                .optional();
    }

    /** How often a number was typed for it, this time included; nothing if it is over. */
    Optional<Integer> codeTry(String id) {
        return jdbc.sql(CardLoginRow.CODE_TRY).param(id).query(Integer.class).optional();
    }

    /**
     * The card answered; together with its entry in the log.
     *
     * @param login as it was when its answer was checked: if the browser has gone another way
     *     since, what was demanded of the answer was not what that way demands
     */
    boolean answered(
            CardLoginRow login,
            UUID person,
            Optional<byte[]> items,
            byte[] returnCode,
            AuditEntry entry) {
        return logged(
                entry,
                CardLoginRow.ANSWERED,
                person,
                items.orElse(null),
                returnCode,
                now(),
                login.id(),
                login.crossDevice());
    }

    /**
     * It is over without a login.
     *
     * @param login as it was when its answer was checked
     */
    boolean ended(
            CardLoginRow login,
            CardLoginRow.State how,
            Optional<Failure> failure,
            byte[] returnCode,
            AuditEntry entry) {
        return logged(
                entry,
                CardLoginRow.ENDED,
                how.name(),
                failure.map(Failure::json).orElse(null),
                returnCode,
                login.crossDevice(),
                login.id());
    }

    private boolean logged(AuditEntry entry, String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection()) {
            return log.append(connection, sql, values, entry) == 1;
        } catch (SQLException failed) {
            var known = new SQLExceptionSubclassTranslator().translate("card login", sql, failed);
            throw known == null ? new IllegalStateException(failed) : known;
        }
    }

    private OffsetDateTime now() {
        return ApprovalRegister.utc(realTime.instant());
    }
}

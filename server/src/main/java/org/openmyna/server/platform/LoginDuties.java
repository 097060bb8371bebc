package org.openmyna.server.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openmyna.server.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets what is over: logins, used assertions, grants, and four items whose token has ended. */
final class LoginDuties implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LoginDuties.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Each takes the time. */
    static final List<String> FORGET =
            List.of(
                    "DELETE FROM card_login WHERE expires_at < ?",
                    "DELETE FROM pushed_request WHERE expires_at < ?",
                    "DELETE FROM assertion_used WHERE expires_at < ?",
                    "DELETE FROM refresh_used WHERE expires_at < ?",
                    """
                    UPDATE login_grant SET items = NULL
                     WHERE items IS NOT NULL AND COALESCE(access_expires, code_expires) < ?
                    """,
                    """
                    DELETE FROM login_grant
                     WHERE COALESCE(GREATEST(access_expires, refresh_expires, id_token_expires),
                                    code_expires) < CAST(? AS timestamptz) - interval '1 day'
                    """);

    private final JdbcClient jdbc;
    private final InstantSource realTime;
    private final AutoCloseable log;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("login-duties").factory());

    LoginDuties(DataSource database, AuditLog log, InstantSource realTime) {
        this.jdbc = JdbcClient.create(database);
        this.realTime = realTime;
        this.log = log.start();
        var unused =
                thread.scheduleWithFixedDelay(
                        this::forgetOrSay, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Everything whose time is over by now. */
    void forget() {
        Instant now = realTime.instant();
        FORGET.forEach(sql -> jdbc.sql(sql).param(ApprovalRegister.utc(now)).update());
    }

    /** An exception would end the looking for good. */
    private void forgetOrSay() {
        try {
            forget();
        } catch (DataAccessException notNow) {
            LOG.warn("what is over was not forgotten: {}", notNow.toString());
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
        try {
            log.close();
        } catch (Exception failure) {
            // what is still in the inbox is moved by the next start
            LOG.warn("the log of logins did not end well: {}", failure.toString());
        }
    }
}

package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What anybody may begin has an end. */
class WaitingLoginsTest {
    private static final Database DATABASE = Database.at(TemporaryDatabase.freshUrl());
    private static final DataSource TABLES = DATABASE.open("platform", 2);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final WaitingLogins waiting = new WaitingLogins(TABLES, now::get, 3);

    @AfterAll
    static void end() {
        DATABASE.close();
    }

    private void pass(long seconds) {
        now.updateAndGet(before -> before.plusSeconds(seconds));
    }

    private String begin(String client) {
        waiting.mustHaveRoom(client);
        String id = UUID.randomUUID().toString();
        JdbcClient.create(TABLES)
                .sql(
                        """
                        INSERT INTO card_login (id, browser, client, scopes, request, challenge,
                                                challenge_id, code, created_at, expires_at)
                        VALUES (?, '', ?, '{}', '', '', ?, '123456', ?, ?)
                        """)
                .params(id, client, id)
                .params(
                        ApprovalRegister.utc(now.get()),
                        ApprovalRegister.utc(now.get().plusSeconds(600)))
                .update();
        return id;
    }

    private void assertFull(String client) {
        assertThatThrownBy(() -> waiting.mustHaveRoom(client))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("MYNA-PLT-020");
    }

    @Test
    void of_one_client_no_more_than_so_many_wait_and_the_others_go_on() {
        String first = begin("one");
        begin("one");
        begin("one");
        assertFull("one");
        pass(2);
        assertFull("one");
        begin("another");

        JdbcClient.create(TABLES)
                .sql("UPDATE card_login SET state = 'CANCELLED' WHERE id = ?")
                .param(first)
                .update();
        pass(2);
        begin("one");
        assertFull("one");

        pass(601);
        begin("one");
    }
}

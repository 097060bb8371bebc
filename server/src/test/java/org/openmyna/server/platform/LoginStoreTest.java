package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.audit.AuditLog;

/** A login whose browser and whose card do something in the same moment. */
class LoginStoreTest {
    private static final Database DATABASE = Database.at(TemporaryDatabase.freshUrl());
    private static final DataSource TABLES = DATABASE.open("platform", 2);

    @TempDir static Path folder;

    private static final byte[] BROWSER = new byte[32];

    private final LoginStore store =
            new LoginStore(
                    TABLES,
                    new AuditLog(TABLES, folder, new SecureRandom(), Instant::now),
                    Instant::now);

    @AfterAll
    static void end() {
        DATABASE.close();
    }

    private void consent(String id, boolean crossDevice) {
        var unused = store.consent(id, BROWSER, crossDevice);
    }

    private CardLoginRow begun(boolean crossDevice) {
        String id = UUID.randomUUID().toString();
        store.begin(
                new CardLoginRow(
                        id,
                        BROWSER,
                        "client",
                        List.of("openid"),
                        new AskedFor(Map.of("client_id", "client")),
                        "challenge".getBytes(StandardCharsets.US_ASCII),
                        "123456",
                        false,
                        false,
                        CardLoginRow.State.WAITING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.now().plusSeconds(60)),
                "challenge-" + id);
        consent(id, crossDevice);
        return store.find(id).orElseThrow();
    }

    private boolean answered(CardLoginRow login) {
        return store.answered(
                login,
                UUID.randomUUID(),
                Optional.empty(),
                new byte[32],
                new AuditEntry(
                        Instant.now(),
                        Instant.now(),
                        "platform",
                        "client",
                        "login",
                        login.id(),
                        "CARD_LOGIN",
                        "",
                        AuditEntry.DONE));
    }

    /**
     * Somebody who sent his request to another's card, and says while that card is checked that it
     * is on another device: then no redirect would be asked for, and no number was.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_browser_that_changes_its_way_while_the_card_is_checked_gets_nothing(boolean first) {
        CardLoginRow checked = begun(first);
        consent(checked.id(), !first);
        assertThat(answered(checked)).isFalse();
        assertThat(store.find(checked.id()).orElseThrow().state())
                .isEqualTo(CardLoginRow.State.WAITING);
    }

    @Test
    void after_the_answer_the_way_is_not_changed() {
        CardLoginRow login = begun(false);
        assertThat(answered(login)).isTrue();
        consent(login.id(), true);
        CardLoginRow now = store.find(login.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(CardLoginRow.State.ANSWERED);
        assertThat(now.crossDevice()).isFalse();
        assertThat(answered(login)).isFalse();
    }
}

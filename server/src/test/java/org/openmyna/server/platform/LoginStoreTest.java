package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
import org.openmyna.kernel.Audience;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.LoginRequest;
import org.openmyna.trust.verifier.NonceStore;

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
        var unused = store.consent(id, BROWSER, crossDevice, Instant.now());
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
                login, UUID.randomUUID(), Optional.empty(), new byte[32], entry(login));
    }

    private static AuditEntry entry(CardLoginRow login) {
        return new AuditEntry(
                Instant.now(),
                Instant.now(),
                "platform",
                "client",
                "login",
                login.id(),
                "CARD_LOGIN",
                "",
                AuditEntry.DONE);
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

    private boolean failed(CardLoginRow login) {
        return store.ended(
                login,
                CardLoginRow.State.FAILED,
                Optional.of(
                        new Failure("MYNA-TEST-001", Audience.CITIZEN, "試験", "test", List.of())),
                new byte[32],
                entry(login));
    }

    /** Or the way that was changed would show why the card was refused, without a return code. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_login_that_fails_has_the_way_that_was_checked(boolean checkedWay) {
        CardLoginRow checked = begun(checkedWay);
        consent(checked.id(), !checkedWay);
        assertThat(failed(checked)).isTrue();
        CardLoginRow now = store.find(checked.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(CardLoginRow.State.FAILED);
        assertThat(now.crossDevice()).isEqualTo(checkedWay);
        assertThat(failed(checked)).isFalse();
    }

    @Test
    void while_a_card_is_checked_nobody_goes_to_another() {
        CardLoginRow login = begun(false);
        assertThat(store.consume("challenge-" + login.id()))
                .isEqualTo(NonceStore.Consumption.CONSUMED);
        assertThat(store.consent(login.id(), BROWSER, false, Instant.now())).isEmpty();
        assertThat(store.renew(login, fresh())).isEmpty();
        assertThat(store.find(login.id()).orElseThrow().challengeUsed()).isTrue();
    }

    @Test
    void of_two_who_renew_a_challenge_one_does() {
        CardLoginRow login = begun(false);
        LoginChallenge fresh = fresh();
        assertThat(store.renew(login, fresh).orElseThrow().challenge()).isEqualTo(fresh.bytes());
        assertThat(store.renew(login, fresh())).isEmpty();
        assertThat(store.consume("challenge-" + login.id()))
                .isEqualTo(NonceStore.Consumption.UNKNOWN);
        assertThat(store.consume(fresh.id())).isEqualTo(NonceStore.Consumption.CONSUMED);
    }

    @Test
    void nobody_is_sent_to_a_card_whose_answer_would_come_after_the_end() {
        CardLoginRow login = begun(false);
        assertThat(store.consent(login.id(), BROWSER, false, login.expiresAt().plusSeconds(1)))
                .isEmpty();
    }

    private static LoginChallenge fresh() {
        return LoginChallenge.issue(
                "https://platform.localhost",
                new LoginRequest("client", URI.create("https://bank.example.jp/"), "ログイン"),
                new SecureRandom(),
                Instant::now);
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

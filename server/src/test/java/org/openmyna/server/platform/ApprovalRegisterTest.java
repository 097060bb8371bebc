package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;

/** Who may ask, on which day, by the law's clock. */
class ApprovalRegisterTest {
    private static final Database DATABASE = Database.at(TemporaryDatabase.freshUrl());
    private static final Instant SPRING = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

    private final AtomicReference<Instant> legal = new AtomicReference<>(SPRING);
    private final ApprovalRegister register =
            new ApprovalRegister(DATABASE.open("platform", 2), legal::get, legal::get);

    @AfterAll
    static void end() {
        DATABASE.close();
    }

    private void entered(String name) {
        register.enterParty("party-" + name, PartyKind.SERVICE_PROVIDER, "試験", "TEST");
        register.enterClient(
                new Client(
                        name,
                        "party-" + name,
                        "試験",
                        "TEST",
                        List.of("https://" + name + ".example.jp/cb"),
                        List.of(),
                        "{\"keys\":[]}",
                        name + ".example.jp",
                        Standing.NOT_APPROVED));
    }

    private Standing standing(String client) {
        return register.client(client).orElseThrow().standing();
    }

    @Test
    void an_approval_holds_from_its_first_day_until_its_last() {
        entered("dated");
        assertThat(standing("dated")).isEqualTo(Standing.NOT_APPROVED);
        register.approve("party-dated", SPRING.plusSeconds(100), Optional.of(SUMMER));
        assertThat(standing("dated")).isEqualTo(Standing.NOT_APPROVED);
        legal.set(SPRING.plusSeconds(100));
        assertThat(standing("dated")).isEqualTo(Standing.APPROVED);
        legal.set(SUMMER);
        assertThat(standing("dated")).isEqualTo(Standing.NOT_APPROVED);
        assertThatThrownBy(() -> register.mustBeApproved("dated"))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("MYNA-PLT-002");
    }

    @Test
    void a_suspension_holds_until_it_is_lifted_and_then_no_more() {
        entered("stopped");
        register.approve("party-stopped", SPRING, Optional.empty());
        register.suspend("stopped", "試験", "試験");
        assertThat(standing("stopped")).isEqualTo(Standing.SUSPENDED);
        register.suspend("stopped", "試験", "試験");
        legal.set(SPRING.plusSeconds(60));
        register.lift("stopped");
        assertThat(standing("stopped")).isEqualTo(Standing.APPROVED);
        assertThat(register.clients()).extracting(Client::id).contains("stopped");
    }

    @Test
    void nobody_is_approved_under_a_kind_that_the_law_did_not_have() {
        entered("early");
        register.approve("party-early", Instant.parse("2010-01-01T00:00:00Z"), Optional.empty());
        assertThat(standing("early")).isEqualTo(Standing.NOT_APPROVED);
    }
}

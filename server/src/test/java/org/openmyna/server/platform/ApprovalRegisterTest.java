package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.server.audit.AuditSearch;
import org.openmyna.server.audit.RecordedEntry;
import org.openmyna.server.platform.ApprovalRegister.Approving;

/** Who may ask, on which day, by the law's clock. */
class ApprovalRegisterTest {
    private static final Database DATABASE = Database.at(TemporaryDatabase.freshUrl());
    private static final String OFFICER = "試験 一郎";
    private static final Instant SPRING = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

    @TempDir private static Path logFolder;

    private final AtomicReference<Instant> legal = new AtomicReference<>(SPRING);
    private final DataSource tables = DATABASE.open("platform", 2);
    private final AuditLog log =
            new AuditLog(tables, logFolder.resolve("log"), new SecureRandom(), Instant::now);
    private final ApprovalRegister register =
            new ApprovalRegister(tables, log, legal::get, legal::get);

    @AfterAll
    static void end() {
        DATABASE.close();
    }

    private void entered(String name) {
        register.enterParty(OFFICER, "party-" + name, PartyKind.SERVICE_PROVIDER, "試験", "TEST");
        register.enterClient(
                OFFICER,
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
        register.approve(OFFICER, "party-dated", SPRING.plusSeconds(100), Optional.of(SUMMER));
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
        register.approve(OFFICER, "party-stopped", SPRING, Optional.empty());
        register.suspendClient(OFFICER, "stopped", "試験", "試験");
        assertThat(standing("stopped")).isEqualTo(Standing.SUSPENDED);
        register.suspendClient(OFFICER, "stopped", "試験", "試験");
        legal.set(SPRING.plusSeconds(60));
        register.liftClient(OFFICER, "stopped");
        assertThat(standing("stopped")).isEqualTo(Standing.APPROVED);
        assertThat(register.clients()).extracting(Client::id).contains("stopped");
    }

    @Test
    void nobody_is_approved_under_a_kind_that_the_law_did_not_have() {
        entered("early");
        register.approve(OFFICER, "party-early", SPRING, Optional.of(SUMMER));
        Instant before = Instant.parse("2010-01-01T00:00:00Z");
        assertThat(register.approve(OFFICER, "party-early", before, Optional.empty()))
                .isEqualTo(Approving.NO_SUCH_KIND_IN_LAW);
        assertThat(register.party("party-early").orElseThrow().approvedUntil()).hasValue(SUMMER);
        legal.set(SUMMER);
        assertThat(standing("early")).isEqualTo(Standing.NOT_APPROVED);
    }

    @Test
    void an_approval_takes_the_place_of_what_was_approved_from_its_first_moment_on() {
        entered("again");
        register.approve(OFFICER, "party-again", SPRING, Optional.empty());
        Optional<Instant> later = Optional.of(SUMMER.plusSeconds(100));
        assertThat(register.approve(OFFICER, "party-again", SUMMER, later))
                .isEqualTo(Approving.DONE);
        assertThat(register.approve(OFFICER, "party-again", SUMMER, later))
                .isEqualTo(Approving.WAS_SO);
        assertThat(party("again").approvedUntil()).hasValue(SUMMER);
        legal.set(SUMMER);
        assertThat(party("again").approvedUntil()).isEqualTo(later);
        legal.set(SUMMER.plusSeconds(100));
        assertThat(party("again").standing()).isEqualTo(Standing.NOT_APPROVED);
        assertThat(party("again").approvedUntil()).as("the last one").isEqualTo(later);
        assertThat(register.approve(OFFICER, "party-again", SPRING, Optional.of(SUMMER)))
                .as("what came later is approved no more")
                .isEqualTo(Approving.DONE);
        assertThat(party("again").approvedUntil()).hasValue(SUMMER);
    }

    private Party party(String client) {
        return register.party("party-" + client).orElseThrow();
    }

    @Test
    void a_suspended_party_suspends_all_its_clients_and_lifting_it_leaves_their_own_suspensions() {
        entered("whole");
        register.approve(OFFICER, "party-whole", SPRING, Optional.empty());
        assertThat(register.suspendParty(OFFICER, "party-whole", "試験", "法1条")).isTrue();
        assertThat(register.suspendParty(OFFICER, "party-whole", "別", "法2条")).isFalse();
        assertThat(standing("whole")).isEqualTo(Standing.SUSPENDED);
        assertThat(party("whole").suspension()).hasValue(new Suspension("試験", "法1条", SPRING));
        assertThat(register.liftClient(OFFICER, "whole")).isFalse();
        register.suspendClient(OFFICER, "whole", "試験", "試験");
        legal.set(SPRING.plusSeconds(60));
        assertThat(register.liftParty(OFFICER, "party-whole")).isTrue();
        assertThat(party("whole").standing()).isEqualTo(Standing.APPROVED);
        assertThat(standing("whole")).isEqualTo(Standing.SUSPENDED);
        register.liftClient(OFFICER, "whole");
        assertThat(standing("whole")).isEqualTo(Standing.APPROVED);
    }

    @Test
    void an_act_is_in_the_access_log_if_it_changed_something() {
        entered("logged");
        assertThat(register.liftParty(OFFICER, "party-logged")).isFalse();
        register.approve(OFFICER, "party-logged", SPRING, Optional.empty());
        register.approve(OFFICER, "party-logged", SPRING, Optional.empty());
        assertThat(log.find(AuditSearch.aboutSubject("party-logged")))
                .extracting(RecordedEntry::entry)
                .allMatch(entry -> entry.officer().equals(OFFICER))
                .extracting(AuditEntry::operation)
                .containsExactly("ENTER_PARTY", "APPROVE_PARTY");
    }
}

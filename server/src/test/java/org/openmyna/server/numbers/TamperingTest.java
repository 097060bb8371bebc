package org.openmyna.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.audit.AuditCheck;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.IdentityCheck;
import org.openmyna.server.numbers.api.NumberService.TokenOrder;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.numbers.api.Purpose;

/** Whoever changes the database, or comes with other keys, reads nothing. */
class TamperingTest {
    @TempDir Path folder;
    @TempDir Path other;
    private Keeper keeper;

    @BeforeEach
    void open() {
        keeper = new Keeper(folder);
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    @Test
    void every_changed_byte_of_a_stored_number_is_refused() throws SQLException {
        NumberToken person = keeper.assigned(Keeper.codes(1, 1).getFirst());
        MyNumber number = keeper.numberOf(person);
        for (int octet = 0; octet < 40; octet++) {
            String flip =
                    "UPDATE number SET number = set_byte(number, %1$d, get_byte(number, %1$d) # 1)"
                            .formatted(octet);
            keeper.execute(flip);
            assertThatThrownBy(() -> keeper.numberOf(person))
                    .as("byte " + octet)
                    .isInstanceOf(NumberUnreadable.class);
            keeper.execute(flip);
        }
        assertThat(keeper.numberOf(person)).isEqualTo(number);
        keeper.execute("UPDATE number SET number = ''");
        assertThatThrownBy(() -> keeper.numberOf(person)).isInstanceOf(NumberUnreadable.class);
    }

    @Test
    void a_number_that_was_moved_to_another_person_is_refused() throws SQLException {
        List<NumberToken> people = keeper.assigned(Keeper.codes(2, 2));
        MyNumber first = keeper.numberOf(people.getFirst());
        keeper.execute(
                """
                UPDATE number SET person = -person;
                UPDATE number SET person = (SELECT min(-each.person) + max(-each.person) FROM number AS each)
                                           + person
                """);
        for (NumberToken each : people) {
            assertThatThrownBy(() -> keeper.numberOf(each)).isInstanceOf(NumberUnreadable.class);
        }
        assertThatThrownBy(() ->
                        keeper.as(Organisation.TAX)
                                .token(
                                        keeper.call(),
                                        new TokenOrder(
                                                first,
                                                IdentityCheck.KNOWN,
                                                new Purpose("tax.return", "1", "x"))))
                .isInstanceOf(NumberUnreadable.class);
    }

    @Test
    void a_blind_index_that_was_exchanged_is_refused() throws SQLException {
        List<NumberToken> people = keeper.assigned(Keeper.codes(3, 2));
        keeper.execute("UPDATE number SET number_index = set_byte(number_index, 3, 77)");
        for (NumberToken each : people) {
            assertThatThrownBy(() -> keeper.numberOf(each)).isInstanceOf(NumberUnreadable.class);
        }
    }

    @Test
    void a_changed_record_code_stops_a_change_and_nothing_is_lost() throws SQLException {
        NumberToken person = keeper.assigned(Keeper.codes(4, 1).getFirst());
        MyNumber number = keeper.numberOf(person);
        keeper.execute("UPDATE person SET code = set_byte(code, 20, get_byte(code, 20) # 8)");
        assertThatThrownBy(() -> keeper.changed(person)).isInstanceOf(NumberUnreadable.class);
        assertThat(keeper.numberOf(person)).isEqualTo(number);
    }

    @Test
    void keys_of_another_database_are_refused() {
        try (Keeper elsewhere = new Keeper(other)) {
            assertThat(elsewhere.log()).isEmpty();
        }
        assertThatThrownBy(() -> keeper.opened(other, NumberMode.SANDBOX))
                .isInstanceOf(NumberKeysOfAnotherDatabase.class)
                .hasMessageContaining("MYNA-NUM-015");
    }

    @Test
    void new_keys_are_never_drawn_for_a_database_that_has_some() throws Exception {
        assertThatThrownBy(() -> keeper.opened(other.resolve("new"), NumberMode.SANDBOX))
                .isInstanceOf(NumberKeysNotFound.class);
        assertThat(other.resolve("new").resolve("numbers.p12")).doesNotExist();
    }

    @Test
    void a_damaged_key_file_and_a_wrong_password_are_refused() throws Exception {
        Files.writeString(folder.resolve("numbers.password"), "wrong");
        assertThatThrownBy(() -> keeper.restart())
                .isInstanceOf(NumberKeysUnusable.class)
                .hasMessageContaining("MYNA-NUM-016");
        Files.write(folder.resolve("numbers.p12"), new byte[100]);
        assertThatThrownBy(() -> keeper.restart()).isInstanceOf(NumberKeysUnusable.class);
    }

    @Test
    void a_sandbox_does_not_become_a_production() {
        assertThatThrownBy(() -> keeper.opened(folder, NumberMode.PRODUCTION))
                .isInstanceOf(OtherMode.class)
                .hasMessageContaining("MYNA-NUM-017");
    }

    @Test
    void keys_are_rotated_and_everything_is_as_it_was() throws Exception {
        List<ResidentRecordCode> codes = Keeper.codes(5, 1_500);
        List<NumberToken> people = keeper.assigned(codes);
        List<MyNumber> before = new ArrayList<>();
        for (NumberToken each : people.subList(0, 20)) before.add(keeper.numberOf(each));
        Path copy =
                Files.copy(
                        folder.resolve("numbers.p12"),
                        other.resolve("numbers.p12"),
                        StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(keeper.numbers.rotateEncryptionKey()).isEqualTo(3_000);
        assertThat(
                        keeper.column(
                                "SELECT DISTINCT key_id FROM number UNION SELECT key_id FROM person"))
                .containsExactly("2");
        NumberToken later = keeper.assigned(Keeper.codes(6, 1).getFirst());
        keeper.restart();
        for (int n = 0; n < 20; n++) {
            assertThat(keeper.numberOf(people.get(n))).isEqualTo(before.get(n));
        }
        assertThat(keeper.assigned(codes)).isEqualTo(people);
        assertThat(keeper.changed(later)).isNotNull();
        // the copy from before lacks the new key
        Files.copy(copy, folder.resolve("numbers.p12"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> keeper.restart()).isInstanceOf(NumberKeysOfAnotherDatabase.class);
    }

    @Test
    void every_reading_is_in_the_access_log_and_the_log_is_sound() {
        List<NumberToken> people = keeper.assigned(Keeper.codes(7, 5));
        people.forEach(keeper::numberOf);
        keeper.changed(people.get(3));
        assertThat(keeper.log())
                .extracting(each -> each.entry().operation() + " " + each.entry().outcome())
                .containsExactly(
                        "ASSIGN DONE 5",
                        "REVEAL DONE",
                        "REVEAL DONE",
                        "REVEAL DONE",
                        "REVEAL DONE",
                        "REVEAL DONE",
                        "CHANGE DONE",
                        "REVEAL DONE");
        for (NumberToken each : people) {
            assertThat(keeper.numbers.entriesAbout(Organisation.RESIDENTS, each))
                    .extracting(entry -> entry.entry().operation())
                    .startsWith("ASSIGN", "REVEAL")
                    .hasSize(each.equals(people.get(3)) ? 4 : 2);
        }
        assertThat(keeper.numbers.entriesAbout(Organisation.CARDS, people.getFirst())).isEmpty();
        keeper.numbers.close();
        assertThat(keeper.numbers.accessLog().verify()).isEqualTo(new AuditCheck.Sound(8, 8));
    }

    @Test
    void nothing_is_told_if_the_access_log_cannot_be_written() throws SQLException {
        NumberToken person = keeper.assigned(Keeper.codes(8, 1).getFirst());
        keeper.execute("ALTER TABLE audit_inbox ADD CONSTRAINT full_up CHECK (false) NOT VALID");
        assertThatThrownBy(() -> keeper.numberOf(person)).isInstanceOf(NumbersNotReached.class);
        keeper.execute("ALTER TABLE audit_inbox DROP CONSTRAINT full_up");
        assertThat(keeper.numberOf(person)).isNotNull();
    }
}

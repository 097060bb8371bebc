package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.cli.Terminal.Said;
import org.openmyna.database.Database;

/** Commands that change a card: by its holder, by the municipal counter, by an attacker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterCommandsTest {
    @TempDir private static Path data;
    @TempDir private static Path desk;

    private Terminal terminal = new Terminal(Path.of(""), Path.of(""));

    // held open, so that each command joins a PostgreSQL that runs
    @AutoClose private @Nullable Database database;

    @BeforeAll
    void the_desk_is_laid() {
        database = Database.embedded(data.resolve("database"));
        terminal = Terminal.at(data, desk);
        terminal.file("new-pin", "4321\n");
        terminal.file("new-password", "NEUE5678\n");
    }

    private void made(String name, String... more) {
        Said made = terminal.newCard(name, more);
        assertThat(made.exitCode()).as(made.err()).isZero();
    }

    private Said change(String card, String which, String present, String next, String... more) {
        String[] words = {
            "pin",
            "change",
            which,
            "--pin-file",
            terminal.path(present),
            "--new-pin-file",
            terminal.path(next)
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return terminal.card(card, all);
    }

    private Said readText(String card, String pin) {
        return terminal.card(card, "read", "text", "--pin-file", terminal.path(pin));
    }

    @Test
    void the_holder_changes_every_pin_and_the_old_one_is_worth_nothing() {
        made("ichiro");
        for (String which : new String[] {"login", "form-input", "residents"}) {
            Said said = change("ichiro", which, "pin", "new-pin");
            assertThat(said.exitCode()).as(which + said.err()).isZero();
            assertThat(said.out()).contains("was changed.");
        }
        Said password = change("ichiro", "signature", "password", "new-password", "--lang", "ja");
        assertThat(password.out()).isEqualTo("署名用の暗証番号を変更しました。\n");
        assertThat(password.err()).startsWith("署名用の暗証番号：残り 5 回");
        Said old = change("ichiro", "residents", "pin", "new-pin");
        assertThat(old.err()).contains("Resident register PIN: 3 of 3", "MYNA-CLI-003");
        assertThat(readText("ichiro", "pin").err()).contains("MYNA-CLI-003");
        assertThat(readText("ichiro", "new-pin").exitCode()).isZero();
    }

    @Test
    void a_new_pin_of_the_wrong_shape_or_for_a_number_is_refused_unsent() {
        made("saburo", "--login-only");
        assertThat(change("saburo", "login", "pin", "new-password").err()).contains("MYNA-KRN-041");
        Said number = change("saburo", "number-a", "pin", "new-pin");
        assertThat(number.err()).startsWith("MYNA-CLI-009");
        assertThat(change("saburo", "nonsense", "pin", "new-pin").exitCode()).isEqualTo(2);
        assertThat(terminal.card("saburo", "status").out())
                .containsPattern("User authentication PIN +3 of 3");
    }

    @Test
    void a_locked_pin_is_unlocked_or_set_at_the_counter() {
        made("hanako", "--login-only");
        for (int attempt = 0; attempt < 3; attempt++) {
            terminal.card(
                    "hanako", "read", "text", "--last-try", "--pin-file", terminal.path("wrong"));
        }
        assertThat(readText("hanako", "pin").err()).contains("MYNA-CLI-004");
        Said unlocked = terminal.card("hanako", "pin", "unlock", "form-input");
        assertThat(unlocked.out()).contains("has all its tries again");
        assertThat(readText("hanako", "pin").exitCode()).isZero();
        Said set =
                terminal.card(
                        "hanako",
                        "pin",
                        "set",
                        "form-input",
                        "--new-pin-file",
                        terminal.path("new-pin"),
                        "--json");
        assertThat(set.out()).isEqualTo("{\"set\":\"form-input\"}\n");
        assertThat(readText("hanako", "new-pin").exitCode()).isZero();
        Said number =
                terminal.card(
                        "hanako",
                        "pin",
                        "set",
                        "number-b",
                        "--new-pin-file",
                        terminal.path("new-pin"));
        assertThat(number.err()).startsWith("MYNA-CLI-009");
    }

    @Test
    void ten_wrong_numbers_lock_and_the_counter_unlocks() {
        made("shiro", "--login-only");
        terminal.file("other", "123456789018\n");
        String[] check = {"check", "--last-try", "--number-file", terminal.path("other")};
        for (int attempt = 0; attempt < 9; attempt++) {
            assertThat(terminal.card("shiro", check).err()).contains("MYNA-CLI-011");
        }
        Said kept = terminal.card("shiro", "check", "--number-file", terminal.path("other"));
        assertThat(kept.err()).contains("MYNA-CLI-013");
        assertThat(terminal.card("shiro", check).err()).contains("MYNA-CLI-012");
        Said unlocked = terminal.card("shiro", "pin", "unlock", "number-a", "--lang", "ja");
        assertThat(unlocked.out()).contains("照合番号Aのロックを解除");
        assertThat(terminal.card("shiro", "status").out())
                .containsPattern("Number A, form input +10 of 10");
    }

    @Test
    void a_move_changes_the_card_in_one_act() {
        made("goro");
        Said moved =
                terminal.openmyna(
                        "card",
                        "update",
                        "goro",
                        "--address",
                        "沖縄県那覇市泉崎一丁目９９９９番地",
                        "--municipality",
                        "472018",
                        "--note",
                        "TEST 那覇市に転入");
        assertThat(moved.exitCode()).as(moved.err()).isZero();
        assertThat(moved.out()).startsWith("Card goro was updated");
        assertThat(readText("goro", "pin").out()).contains("沖縄県那覇市").doesNotContain("姫路");
        Said genuine = terminal.card("goro", "check", "--pin-file", terminal.path("pin"));
        assertThat(genuine.out()).contains("6472019/001").doesNotContain("✗");
        Said none = terminal.openmyna("card", "update", "goro");
        assertThat(none.err()).startsWith("MYNA-CLI-023");
        Said print = terminal.openmyna("card", "print", "goro", "--out", terminal.path("goro"));
        assertThat(print.exitCode()).as(print.err()).isZero();
        assertThat(desk.resolve("goro/front.svg")).content().contains("那覇市");
        assertThat(desk.resolve("goro/card.pdf")).exists();
        Said unwritable =
                terminal.openmyna("card", "print", "goro", "-o", terminal.path("no") + "/x.svg");
        assertThat(unwritable.err()).startsWith("MYNA-CLI-002");
    }

    @Test
    void a_photo_is_replaced_and_certificates_are_renewed() {
        made("rokuro");
        String[] read = {
            "read",
            "face",
            "--pin-file",
            terminal.path("pin"),
            "--part",
            "photo",
            "-o",
            terminal.path("other.jp2")
        };
        made("nanako", "--name", "試験　七子");
        terminal.card("nanako", read);
        Said replaced =
                terminal.openmyna(
                        "card",
                        "update",
                        "rokuro",
                        "--photo",
                        terminal.path("other.jp2"),
                        "--renew",
                        "--lang",
                        "ja");
        assertThat(replaced.out()).startsWith("カード rokuro を書き換えました");
        read[read.length - 1] = terminal.path("mine.jp2");
        terminal.card("rokuro", read);
        assertThat(desk.resolve("mine.jp2")).hasSameBinaryContentAs(desk.resolve("other.jp2"));
        Said noPicture =
                terminal.openmyna("card", "update", "rokuro", "--photo", terminal.path("pin"));
        assertThat(noPicture.err()).startsWith("MYNA-ISS-041");
    }

    @Test
    void an_empty_card_is_personalised_once() {
        Said blank = terminal.openmyna("card", "new", "leer", "--blank", "--lang", "ja");
        assertThat(blank.out()).startsWith("空のカード leer を作りました");
        assertThat(terminal.card("leer", "status", "--json").out())
                .startsWith("{\"lifeCycle\":\"blank\"");
        String[] personalize = {
            "card",
            "personalize",
            "leer",
            "--pin-file",
            terminal.path("pin"),
            "--password-file",
            terminal.path("password"),
            "--form-input-pin-file",
            terminal.path("new-pin"),
            "--my-number-file",
            terminal.file("number", "123456789018\n")
        };
        Said done = terminal.openmyna(personalize);
        assertThat(done.exitCode()).as(done.err()).isZero();
        Said number =
                terminal.card("leer", "read", "number", "--pin-file", terminal.path("new-pin"));
        assertThat(number.out()).isEqualTo("123456789018\n");
        assertThat(terminal.openmyna(personalize).err()).startsWith("MYNA-ISS-001");
        terminal.file("number", "123456789012\n");
        personalize[2] = "leer2";
        terminal.openmyna("card", "new", "leer2", "--blank");
        assertThat(terminal.openmyna(personalize).err()).startsWith("MYNA-KRN-002");
        assertThat(terminal.card("leer2", "status").out()).startsWith("Empty card.");
    }

    @Test
    void what_is_final_is_done_only_with_yes() {
        made("hachiro");
        Said asked = terminal.openmyna("card", "terminate", "hachiro", "--lang", "ja");
        assertThat(asked.err()).startsWith("MYNA-CLI-018").contains("--yes");
        assertThat(terminal.openmyna("card", "attack", "hachiro", "glitch").err())
                .startsWith("MYNA-CLI-018");
        assertThat(terminal.card("hachiro", "status").exitCode()).isZero();
        Said ended = terminal.openmyna("card", "terminate", "hachiro", "--yes");
        assertThat(ended.out()).contains("is terminated");
        Said status = terminal.card("hachiro", "status", "--lang", "ja");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).startsWith("カードは廃止されています");
        for (String[] command : new String[][] {{"read", "serial"}, {"pin", "unlock", "login"}}) {
            Said said = terminal.card("hachiro", command);
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err()).containsPattern("MYNA-(CRD-030|ISS-024)");
        }
        assertThat(terminal.openmyna("card", "list").out()).contains("hachiro: terminated");
        assertThat(terminal.openmyna("card", "terminate", "hachiro", "--yes").exitCode()).isZero();
    }

    @Test
    void an_attacked_chip_dies_and_says_so() {
        for (String way : new String[] {"glitch", "sensor", "channel"}) {
            made("victim-" + way, "--login-only");
            Said said = terminal.openmyna("card", "attack", "victim-" + way, way, "--yes");
            assertThat(said.exitCode()).as(way + said.out()).isZero();
            assertThat(said.out()).contains("The chip answers 6600").contains("for good");
            assertThat(terminal.card("victim-" + way, "status", "--json").out())
                    .startsWith("{\"lifeCycle\":\"terminated\",\"code\":\"MYNA-CRD-030\"");
        }
        assertThat(terminal.openmyna("card", "attack", "x", "hammer", "--yes").exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_card_that_takes_the_name_of_another_has_its_own_record() throws IOException {
        made("double", "--login-only");
        Files.delete(data.resolve("cards/double.card"));
        made("double", "--login-only", "--name", "試験　再子");
        String svg = terminal.path("double.svg");
        assertThat(terminal.openmyna("card", "print", "double", "-o", svg).exitCode()).isZero();
        assertThat(desk.resolve("double.svg")).content().contains("再子");
        terminal.openmyna("card", "attack", "double", "sensor", "--yes");
        assertThat(terminal.openmyna("card", "print", "double", "-o", svg).exitCode()).isZero();
        assertThat(desk.resolve("double.svg")).content().contains("再子");
        assertThat(terminal.openmyna("card", "terminate", "double", "--yes").exitCode()).isZero();
    }

    /** A server keeps what it knows of a card in its database. */
    @Test
    void a_card_of_the_server_gets_its_pin_back_and_nothing_of_it_is_rewritten()
            throws IOException {
        made("resident-1", "--login-only");
        try (var files = Files.list(data.resolve("register"))) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("card resident-1\n")) Files.delete(file);
            }
        }
        Said unlocked = terminal.card("resident-1", "pin", "unlock", "login");
        assertThat(unlocked.out()).as(unlocked.err()).contains("has all its tries again");
        String[][] commands = {
            {"card", "update", "resident-1", "--note", "TEST"},
            {"card", "terminate", "resident-1", "--yes"},
            {"card", "print", "resident-1", "-o", terminal.path("resident.svg")}
        };
        for (String[] command : commands) {
            Said refused = terminal.openmyna(command);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).startsWith("MYNA-CLI-024").contains("resident-1");
        }
    }

    @Test
    void a_damaged_record_is_named_and_the_card_still_reads() throws IOException {
        made("kuro", "--login-only");
        Path register = data.resolve("register");
        try (var files = Files.list(register)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                if (text.contains("card kuro\n")) {
                    Files.writeString(file, text.replace("sex MALE", "sex NEITHER"));
                    Said said = terminal.card("kuro", "pin", "unlock", "login");
                    assertThat(said.err()).startsWith("MYNA-CLI-020").contains(file.toString());
                    Files.writeString(file, text);
                }
            }
        }
        assertThat(readText("kuro", "pin").exitCode()).isZero();
    }
}

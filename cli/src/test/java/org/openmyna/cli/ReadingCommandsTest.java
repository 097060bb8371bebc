package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.cli.Terminal.Said;
import org.openmyna.database.Database;

/** Commands that read, check and trace a card, as its holder and as an attendant type them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingCommandsTest {
    private static final String NUMBER = "994471615639";

    @TempDir private static Path data;
    @TempDir private static Path desk;

    private Terminal terminal = new Terminal(Path.of(""), Path.of(""));
    private String securityCode = "";
    private String expiryYear = "";

    // held open, so that each command joins a PostgreSQL that runs
    @AutoClose private @Nullable Database database;

    @BeforeAll
    void a_card_is_made() {
        database = Database.embedded(data.resolve("database"));
        terminal = Terminal.at(data, desk);
        Said made = terminal.newCard("ichiro");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).contains("Card ichiro was made", "Security code", "valid until");
        securityCode = made.digitsAfter("Security code");
        expiryYear = made.digitsAfter("Card valid until");
    }

    private Said withPin(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--pin-file";
        all[words.length + 1] = terminal.path("pin");
        return terminal.card("ichiro", all);
    }

    private Said withFront(String... words) {
        String[] front = {
            "--born", "1985-03-07", "--expiry-year", expiryYear, "--security-code", securityCode
        };
        String[] all = Arrays.copyOf(words, words.length + front.length);
        System.arraycopy(front, 0, all, words.length, front.length);
        return terminal.card("ichiro", all);
    }

    @Test
    void reading_and_signing_start_no_database() throws IOException {
        Path cards = Files.createDirectories(desk.resolve("only-cards/cards"));
        Files.copy(data.resolve("cards/ichiro.card"), cards.resolve("ichiro.card"));
        var elsewhere = new Terminal(desk.resolve("only-cards"), desk);
        String letter = elsewhere.file("letter.txt", "TEST 試験用\n");
        String[] pin = {"--pin-file", terminal.path("pin")};
        List<Said> all =
                List.of(
                        elsewhere.openmyna("card", "list"),
                        elsewhere.openmyna("card", "show", "ichiro"),
                        elsewhere.card("ichiro", "status"),
                        elsewhere.card("ichiro", "read", "text", pin[0], pin[1]),
                        elsewhere.openmyna(
                                "sign",
                                "cms",
                                letter,
                                "--card=ichiro",
                                "--password-file",
                                terminal.path("password")));
        assertThat(all).allMatch(said -> said.exitCode() == 0);
        assertThat(desk.resolve("only-cards/database")).doesNotExist();
        assertThat(desk.resolve("only-cards/authority")).doesNotExist();
    }

    @Test
    void the_four_items_come_with_the_pin_and_the_number_only_when_asked_for() {
        Said said = withPin("read", "text");
        assertThat(said.out())
                .contains("試験　一郎", "兵庫県姫路市", "1985-03-07 (昭和60年3月7日)", "male")
                .doesNotContain("9944");
        assertThat(said.err()).contains("Form input PIN: 3 of 3 tries left");
        Said more = withPin("read", "text", "--number", "--lang", "ja");
        assertThat(more.out()).contains("個人番号  9944 7161 5639");
        assertThat(more.err()).contains("法律で定められた場合だけ");
        assertThat(withPin("read", "text", "--json").out())
                .startsWith("{\"name\":\"試験　一郎\"")
                .doesNotContain("myNumber");
    }

    @Test
    void what_is_printed_on_the_front_opens_the_items_but_never_the_number() {
        assertThat(withFront("read", "text").out()).contains("試験　一郎");
        Said refused = withFront("read", "text", "--number");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).startsWith("MYNA-CLI-022");
        Said face = withFront("read", "face");
        assertThat(face.out()).contains("JPEG 2000 192 × 240").doesNotContain("My Number");
    }

    @Test
    void the_number_is_read_with_the_pin_or_with_itself() {
        Said byPin = withPin("read", "number");
        assertThat(byPin.out()).isEqualTo(NUMBER + "\n");
        assertThat(byPin.err()).contains("only where the law says so");
        terminal.file("a", "9944-7161-5639\n");
        Said byA = terminal.card("ichiro", "read", "number", "--number-a-file", terminal.path("a"));
        assertThat(byA.out()).isEqualTo(NUMBER + "\n");
    }

    @Test
    void the_face_is_written_as_pictures() throws IOException {
        Said said = withPin("read", "face", "--out", terminal.path("face"));
        assertThat(said.exitCode()).as(said.err()).isZero();
        Path face = desk.resolve("face");
        for (String png : new String[] {"name", "address", "security-code", "number"}) {
            assertThat(Files.readAllBytes(face.resolve(png + ".png"))).startsWith(0x89, 'P', 'N');
        }
        assertThat(Files.readAllBytes(face.resolve("photo.jp2"))).startsWith(0, 0, 0, 12, 'j', 'P');
        Said photo = withPin("read", "face", "--part", "photo", "-o", terminal.path("alone.jp2"));
        assertThat(photo.out()).contains("Written: ");
        assertThat(desk.resolve("alone.jp2")).hasSameBinaryContentAs(face.resolve("photo.jp2"));
        assertThat(withPin("read", "face", "--part", "birth").out()).isEqualTo("19850307\n");
    }

    @Test
    void the_birth_date_alone_opens_the_age_record() {
        Said said = terminal.card("ichiro", "read", "face", "--age", "--born", "S60.03.07");
        assertThat(said.out()).startsWith("1985-03-07");
        Said wrong = terminal.card("ichiro", "read", "face", "--age", "--born", "1985-03-08");
        assertThat(wrong.err()).contains("MYNA-CLI-011").contains("after 9 more");
        assertThat(terminal.card("ichiro", "read", "face", "--age").err())
                .startsWith("MYNA-CLI-015");
    }

    @Test
    void anybody_reads_the_serial_numbers() {
        Said said = terminal.card("ichiro", "read", "serial", "--lang", "ja");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains("共通カードAP", "282014", "6282019/001 ← 6999033/001", "JPKIAPICCTOKEN2");
        assertThat(terminal.card("ichiro", "read", "serial", "--json").out())
                .contains("\"common\":{\"serial\":\"9", "\"manufacturingNumber\"");
    }

    @Test
    void certificates_come_in_four_forms_and_the_signature_one_wants_its_password() {
        Said all = terminal.card("ichiro", "read", "certificates");
        assertThat(all.out()).contains("User authentication certificate", "O=JPKI-TEST");
        assertThat(all.out()).doesNotContain("試験");
        assertThat(all.err()).contains("signature certificate is left out");
        Said sign =
                terminal.card(
                        "ichiro",
                        "read",
                        "certificates",
                        "-t",
                        "sign",
                        "--password-file",
                        terminal.path("password"));
        assertThat(sign.out()).contains("試験　一郎", "昭和60年3月7日");
        assertThat(certificate("auth", "pem").out()).startsWith("-----BEGIN CERTIFICATE-----\n");
        assertThat(certificate("authca", "der").out()).startsWith("0");
        assertThat(certificate("auth", "ssh").out()).startsWith("ssh-rsa AAAAB3NzaC1yc2E");
        assertThat(certificate("nonsense", "pem").exitCode()).isEqualTo(2);
        assertThat(terminal.card("ichiro", "read", "certificates", "-f", "der").err())
                .startsWith("MYNA-CLI-015");
    }

    private Said certificate(String type, String format) {
        return terminal.card("ichiro", "read", "certificates", "-t", type, "-f", format);
    }

    @Test
    void the_status_has_all_ten_references_in_both_languages() {
        String english = terminal.card("ichiro", "status").out();
        assertThat(english).contains("My Number Card, JPKIAPICCTOKEN2").contains("Card PIN");
        assertThat(english.lines()).hasSize(11);
        assertThat(terminal.card("ichiro", "status", "--lang", "ja").out())
                .contains("利用者証明用の暗証番号         残り 3 回");
        assertThat(terminal.card("ichiro", "status", "--json").out())
                .contains("\"lifeCycle\":\"personalised\"", "\"atr\":\"3BE0")
                .contains("\"userAuthentication\":{\"left\":3,\"limit\":3}")
                .contains("\"cardFaceBirthDate\":{\"left\":", "\"common\":{\"left\":3");
    }

    @Test
    void bad_input_is_named_before_anything_is_sent() {
        String[] garbage = {"read", "number", "--number-a", "123456789012"};
        assertThat(terminal.card("ichiro", garbage).err()).contains("MYNA-KRN-002");
        assertThat(terminal.card("ichiro", "read", "number", "--number-a", "12").err())
                .contains("MYNA-KRN-001");
        Said incomplete =
                terminal.card("ichiro", "read", "text", "--born", "1985-03-07", "--lang", "ja");
        assertThat(incomplete.err()).startsWith("MYNA-CLI-015 --expiry-year も");
        Said both = withFront("read", "text", "--pin-file", terminal.path("pin"));
        assertThat(both.err()).startsWith("MYNA-CLI-014");
        Said missing = terminal.card("ichiro", "read", "text", "--pin-file", terminal.path("no"));
        assertThat(missing.err()).startsWith("MYNA-CLI-002");
        Said shape =
                terminal.card("ichiro", "read", "text", "--pin-file", terminal.path("password"));
        assertThat(shape.err()).startsWith("MYNA-KRN-041");
        assertThat(terminal.card("nobody", "read", "serial").err()).startsWith("MYNA-CHP-003");
    }

    @Test
    void an_output_that_cannot_be_written_is_named() {
        Said said = withPin("read", "face", "--out", terminal.path("pin") + "/folder");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("MYNA-CLI-002");
        Said part = withPin("read", "face", "--part", "name", "-o", terminal.path("no") + "/x.png");
        assertThat(part.err()).contains("MYNA-CLI-002");
    }

    @Test
    void a_genuine_card_is_told_with_its_evidence_and_a_test_card_is_no_real_one() {
        Said genuine = withPin("check");
        assertThat(genuine.exitCode()).as(genuine.err()).isZero();
        assertThat(genuine.out())
                .startsWith("The card is genuine")
                .contains("TEST: it is a test card", "✓  form input", "✓  card face", "[6.4]")
                .doesNotContain("✗");
        Said real = withPin("check", "--real", "--json");
        assertThat(real.exitCode()).isEqualTo(1);
        assertThat(real.out())
                .contains("\"verdict\":\"notGenuine\"", "\"code\":\"MYNA-CRD-040\"")
                .contains("\"passed\":false");
        assertThat(withFront("check", "--lang", "ja").out()).startsWith("カードは真正です");
    }

    @Test
    void a_typed_number_is_confirmed_or_not() {
        terminal.file("typed", NUMBER);
        String typed = terminal.path("typed");
        Said same = terminal.card("ichiro", "check", "--number-file", typed);
        assertThat(same.out()).startsWith("The My Number is the one of this card.");
        assertThat(same.exitCode()).isZero();
        Said other = terminal.card("ichiro", "check", "--number", "123456789018");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("MYNA-CLI-011");
        assertThat(terminal.card("ichiro", "check", "--number-file", typed).exitCode()).isZero();
    }

    @Test
    void a_card_of_another_issuer_is_trusted_only_with_its_authorities(@TempDir Path elsewhere) {
        Terminal other = Terminal.at(elsewhere, desk);
        assertThat(other.newCard("jiro", "--login-only").exitCode()).isZero();
        String pin = terminal.path("pin");
        Path card = elsewhere.resolve("cards/jiro.card");
        Path here = data.resolve("cards/foreign.card");
        assertThat(copied(card, here)).exists();
        Said unknown = terminal.card("foreign", "check", "--pin-file", pin);
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.out()).contains("The card is NOT genuine: MYNA-CRD-03");
        String trust = elsewhere.resolve("issuer/cv-authorities").toString();
        Said known = terminal.card("foreign", "check", "--pin-file", pin, "--trust", trust);
        assertThat(known.exitCode()).as(known.out()).isZero();
        Said both = terminal.card("foreign", "check", "--real", "--trust", trust);
        assertThat(both.err()).startsWith("MYNA-CLI-014");
        Said garbage = terminal.card("foreign", "check", "--trust", pin);
        assertThat(garbage.err()).startsWith("MYNA-CRD-003");
        Said set = terminal.card("foreign", "pin", "unlock", "login");
        assertThat(set.err()).startsWith("MYNA-CLI-019");
    }

    private static Path copied(Path from, Path to) {
        try {
            return Files.copy(from, to);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Test
    void a_trace_explains_every_exchange_and_never_shows_the_pin() throws IOException {
        String[] command = {
            "card",
            "trace",
            "--",
            "card",
            "read",
            "number",
            "--card",
            "ichiro",
            "--pin-file",
            terminal.path("pin")
        };
        Said said = terminal.openmyna(command);
        assertThat(said.out()).isEqualTo(NUMBER + "\n");
        assertThat(said.err())
                .contains("VERIFY 0011 form input PIN (form input), 4 bytes hidden")
                .contains("READ BINARY 0001 my number", "[reference 4.3]");
        Said bytes =
                terminal.openmyna(
                        "card",
                        "trace",
                        "--bytes",
                        "--out",
                        terminal.path("trace.txt"),
                        "--",
                        "card",
                        "read",
                        "number",
                        "--lang",
                        "ja",
                        "--card",
                        "ichiro",
                        "--pin-file",
                        terminal.path("pin"));
        assertThat(bytes.exitCode()).isZero();
        String trace = Files.readString(desk.resolve("trace.txt"));
        assertThat(trace).contains("> 00200080 04 (4)").doesNotContain("31323334");
        Said json =
                terminal.openmyna(
                        "card", "trace", "--json", "--", "card", "status", "--card", "ichiro");
        assertThat(json.err()).startsWith("{\"number\":1,\"command\":\"SELECT\"");
        assertThat(terminal.openmyna("card", "trace", "ichiro").err()).startsWith("MYNA-CLI-021");
        assertThat(terminal.openmyna("card", "trace").exitCode()).isEqualTo(2);
    }

    @Test
    void the_last_try_of_the_pin_is_kept_until_it_is_allowed() {
        assertThat(terminal.newCard("hanako", "--login-only").exitCode()).isZero();
        String wrong = terminal.path("wrong");
        for (int left = 2; left >= 1; left--) {
            Said said = terminal.card("hanako", "read", "text", "--pin-file", wrong);
            assertThat(said.err()).contains("MYNA-CLI-003").contains("after " + left + " more");
        }
        assertThat(terminal.card("hanako", "read", "text", "--pin-file", wrong).err())
                .contains("MYNA-CLI-005");
        String[] spend = {"read", "text", "--pin-file", wrong, "--last-try", "--lang", "ja"};
        assertThat(terminal.card("hanako", spend).err()).contains("MYNA-CLI-004");
        assertThat(terminal.card("hanako", "status").out())
                .containsPattern("Form input PIN +LOCKED");
        assertThat(terminal.card("hanako", "check", "--pin-file", wrong).err())
                .contains("MYNA-CLI-004");
    }
}

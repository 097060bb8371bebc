package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.kernel.Language;
import picocli.CommandLine;

/** The commands as a user types them, on a country of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
    private record Said(int exitCode, String out, String err) {}

    @TempDir private static Path data;
    @TempDir private static Path desk;

    // held open, so that each command joins a PostgreSQL that runs
    @AutoClose private @Nullable Database database;

    @BeforeAll
    void a_card_is_made() throws IOException {
        database = Database.embedded(data.resolve("database"));
        Files.writeString(desk.resolve("pin"), "1234\n");
        Files.writeString(desk.resolve("password"), "test1234\n");
        Said made = newCard("ichiro");
        assertThat(made.err()).isEmpty();
        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).contains("Card ichiro was made", "valid until");
    }

    private Said newCard(String name, String... more) {
        List<String> words = new ArrayList<>(List.of("card", "new", name));
        words.addAll(List.of("--pin-file", desk.resolve("pin").toString()));
        words.addAll(List.of("--password-file", desk.resolve("password").toString()));
        words.addAll(List.of(more));
        return openmyna(words.toArray(String[]::new));
    }

    private Said openmyna(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return plain(all.toArray(String[]::new));
    }

    private static Said plain(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                Main.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("LANG", "C.UTF-8"),
                        arguments);
        return new Said(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path document(String name) throws IOException {
        Path file = desk.resolve(name);
        Files.writeString(file, "TEST 試験用 " + name + "\n");
        return file;
    }

    private Said sign(Path file, String passwordFile, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "sign",
                                "cms",
                                file.toString(),
                                "--card",
                                "ichiro",
                                "--password-file",
                                desk.resolve(passwordFile).toString()));
        words.addAll(List.of(more));
        return openmyna(words.toArray(String[]::new));
    }

    @Test
    void the_drawer_lists_the_card() {
        assertThat(openmyna("card", "list").out()).contains("ichiro: ready, in the drawer");
        assertThat(openmyna("card", "list", "--json").out())
                .startsWith("[{\"card\":\"ichiro\",\"state\":\"personalised\"");
        assertThat(openmyna("card", "list", "--lang", "ja").out()).contains("引き出しの中");
    }

    @Test
    void a_card_shows_its_certificate_and_tries_without_a_pin() {
        assertThat(openmyna("card", "show", "ichiro").out())
                .containsPattern("User authentication certificate +serial 2")
                .contains("3 of 3 tries left");
        assertThat(openmyna("card", "status", "--card", "ichiro", "--json").out())
                .contains("\"label\":\"JPKIAPICCTOKEN2\"", "\"atr\":\"3BE000FF8131FE4514\"");
    }

    @Test
    void a_taken_name_is_refused_and_the_card_stays() {
        Said again = newCard("ichiro");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).startsWith("MYNA-CHP-002");
        assertThat(openmyna("card", "show", "ichiro").exitCode()).isZero();
    }

    @Test
    void another_card_of_the_same_person_ends_the_certificates_of_the_first() throws IOException {
        assertThat(newCard("saburo", "--name", "試験　三郎").err()).isEmpty();
        Path file = document("saburo.txt");
        String password = desk.resolve("password").toString();
        String[] sign = {"sign", "cms", file.toString(), "--card", "saburo", "--password-file"};
        String[] whole = Arrays.copyOf(sign, sign.length + 1);
        whole[sign.length] = password;
        assertThat(openmyna(whole).exitCode()).isZero();
        assertThat(openmyna("verify", file + ".p7m").exitCode()).isZero();
        Said another = newCard("saburo-2", "--name", "試験 三郎");
        assertThat(another.exitCode()).isZero();
        assertThat(another.err()).startsWith("This person had a living card already.");
        assertThat(openmyna("verify", file + ".p7m").out()).contains("MYNA-VRF-104");
    }

    @Test
    void a_signed_file_is_verified_and_a_changed_one_is_not() throws IOException {
        Path file = document("letter.txt");
        assertThat(sign(file, "password").exitCode()).isZero();
        Path signed = desk.resolve("letter.txt.p7m");
        Said good = openmyna("verify", signed.toString());
        assertThat(good.out()).startsWith("The signature is good.").contains("試験　一郎");
        assertThat(good.exitCode()).isZero();

        byte[] bytes = Files.readAllBytes(signed);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("letter.txt");
        bytes[at] ^= 1;
        Path changed = Files.write(desk.resolve("changed.p7m"), bytes);
        Said bad = openmyna("verify", changed.toString(), "--json");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.out()).contains("\"verdict\":\"refused\"", "\"code\":\"MYNA-");
    }

    @Test
    void a_detached_signature_wants_its_content() throws IOException {
        Path file = document("contract.txt");
        assertThat(sign(file, "password", "--detached").exitCode()).isZero();
        String signature = desk.resolve("contract.txt.p7s").toString();
        assertThat(openmyna("verify", signature).exitCode()).isEqualTo(1);
        assertThat(openmyna("verify", signature, "--content", file.toString()).exitCode()).isZero();
    }

    @Test
    void a_wrong_password_tells_the_tries_left_and_the_last_one_is_kept() throws IOException {
        newCard("hanako", "--name", "試験　花子");
        Files.writeString(desk.resolve("wrong"), "WRONG123\n");
        Path file = document("try.txt");
        for (int left = 4; left >= 1; left--) {
            Said wrong = signAsHanako(file);
            assertThat(wrong.err()).contains("MYNA-CLI-003").contains("after " + left + " more");
        }
        assertThat(signAsHanako(file).err()).contains("MYNA-CLI-005");
        assertThat(signAsHanako(file, "--last-try").err()).contains("MYNA-CLI-004");
        assertThat(openmyna("card", "status", "--card", "hanako").out())
                .containsPattern("Signature password +LOCKED");
        assertThat(desk.resolve("try.txt.p7m")).doesNotExist();
    }

    private Said signAsHanako(Path file, String... more) {
        List<String> words = new ArrayList<>(List.of("sign", "cms", file.toString()));
        words.addAll(List.of("--card", "hanako", "--password-file"));
        words.add(desk.resolve("wrong").toString());
        words.addAll(List.of(more));
        return openmyna(words.toArray(String[]::new));
    }

    @Test
    void a_pin_in_an_argument_is_taken_with_a_warning() throws IOException {
        Path file = document("warned.txt");
        Said said =
                openmyna(
                        "sign",
                        "cms",
                        file.toString(),
                        "--card",
                        "ichiro",
                        "--password",
                        "TEST1234");
        assertThat(said.exitCode()).isZero();
        assertThat(said.err()).contains("can read a PIN that is typed as an argument");
    }

    @Test
    void a_damaged_card_file_is_named_and_left_as_it_is() throws IOException {
        newCard("broken", "--name", "試験　壊子");
        Path image = data.resolve("cards/broken.card");
        byte[] bytes = Files.readAllBytes(image);
        bytes[bytes.length / 2] ^= 0x40;
        Files.write(image, bytes);
        Said said = openmyna("card", "status", "--card", "broken");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).startsWith("MYNA-CHP-005").contains(image.toString());
        assertThat(Files.readAllBytes(image)).isEqualTo(bytes);
        assertThat(openmyna("card", "list").out()).contains("broken: its file is damaged");
    }

    @Test
    void errors_are_spoken_in_japanese_and_in_json() {
        assertThat(openmyna("card", "show", "nobody", "--lang=ja").err())
                .startsWith("MYNA-CHP-003 カード nobody はありません");
        assertThat(openmyna("card", "show", "nobody", "--json").out())
                .contains("\"code\":\"MYNA-CHP-003\"", "\"ja\":\"カード", "\"en\":\"There is no card");
        assertThat(openmyna("card", "show", "../escape").err()).startsWith("MYNA-CHP-001");
    }

    @Test
    void a_child_has_a_card_that_only_logs_in() {
        String pin = desk.resolve("pin").toString();
        String password = desk.resolve("password").toString();
        Said refused =
                openmyna(
                        "card",
                        "new",
                        "child",
                        "--born",
                        "2019-05-01",
                        "--pin-file",
                        pin,
                        "--password-file",
                        password);
        assertThat(refused.err()).startsWith("MYNA-PRF-016");
        Said made =
                openmyna(
                        "card",
                        "new",
                        "child",
                        "--born",
                        "2019-05-01",
                        "--pin-file",
                        pin,
                        "--login-only",
                        "--json");
        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).contains("\"userAuthentication\"").doesNotContain("\"signature\"");
        assertThat(openmyna("card", "status", "--card", "child").out())
                .containsPattern("Signature password +LOCKED");
    }

    @Test
    void a_folder_without_authorities_verifies_nothing_and_stays_empty() throws IOException {
        Path empty = Files.createDirectory(desk.resolve("empty"));
        Path file = document("unsigned.txt");
        Said said = plain("verify", file.toString(), "--data", empty.toString());
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).startsWith("MYNA-CLI-010");
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void wrong_usage_ends_with_2_and_help_with_0() {
        assertThat(plain("nonsense").exitCode()).isEqualTo(2);
        assertThat(plain("card").exitCode()).isEqualTo(2);
        assertThat(plain("card", "new").exitCode()).isEqualTo(2);
        assertThat(plain("bench", "nothing").exitCode()).isEqualTo(2);
        for (Language language : Language.values()) {
            var voice = new Voice(System.out, System.err, language, false);
            var surroundings = new Surroundings(voice, Map.of(), Optional.empty());
            helps(Main.commandLine(surroundings), language);
        }
    }

    private static void helps(CommandLine command, Language language) {
        String help = command.getUsageMessage();
        assertThat(help).as(command.getCommandName()).doesNotContain("description");
        if (language == Language.JAPANESE) assertThat(help).containsPattern("[ぁ-ん]");
        CommandLine.Model.CommandSpec spec = command.getCommandSpec();
        if (!spec.usageMessage().hidden()) {
            assertThat(spec.usageMessage().description())
                    .as("what %s does", spec.qualifiedName())
                    .isNotEmpty();
            spec.args().stream()
                    .filter(argument -> !argument.hidden())
                    .forEach(argument ->
                            assertThat(argument.description())
                                    .as(spec.qualifiedName() + " " + argument.paramLabel())
                                    .isNotEmpty());
        }
        command.getSubcommands().values().forEach(each -> helps(each, language));
    }
}

package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.cli.Terminal.Said;
import org.openmyna.database.Database;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.server.audit.AuditSearch;
import org.openmyna.server.audit.RecordedEntry;

/** The approval register operated by hand, without any server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformCommandsTest {
    private static final Pattern CLIENT = Pattern.compile("client_id: (client-[0-9a-f]{12})");

    @TempDir private static Path data;
    @TempDir private static Path desk;

    private Terminal terminal = new Terminal(Path.of(""), Path.of(""));
    // held open, so that each command joins a PostgreSQL that runs
    @AutoClose private @Nullable Database database;

    @BeforeAll
    void an_empty_register() {
        database = Database.embedded(data.resolve("database"));
        terminal = Terminal.at(data, desk);
        assertThat(platform("party", "list").out()).startsWith("No party is entered.");
        assertThat(platform("client", "list").out()).startsWith("There is no client.");
    }

    private Said platform(String... words) {
        List<String> all = new ArrayList<>(List.of("platform"));
        all.addAll(List.of(words));
        return terminal.openmyna(all.toArray(String[]::new));
    }

    private static String done(Said said) {
        assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
        return said.out();
    }

    private static void assertRefused(Said said, String code, String named) {
        assertThat(said.exitCode()).as(said.out()).isEqualTo(1);
        assertThat(said.err()).startsWith(code).contains(named);
    }

    private void party(String id, String kind) {
        done(
                platform(
                        "party",
                        "add",
                        id,
                        "--kind",
                        kind,
                        "--name",
                        "試験市 TEST",
                        "--name-en",
                        "TEST City"));
    }

    private String client(String party, String key) {
        String said =
                done(
                        platform(
                                "client",
                                "add",
                                party,
                                "--name",
                                "試験窓口",
                                "--redirect",
                                "https://" + party + ".example.jp/callback",
                                "--key-file",
                                desk.resolve(key).toString()));
        Matcher id = CLIENT.matcher(said);
        assertThat(id.find()).as(said).isTrue();
        return id.group(1);
    }

    private String line(String id, String... list) {
        return platform(list)
                .out()
                .lines()
                .filter(each -> each.startsWith(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void parties_of_every_kind_are_entered_and_entering_again_changes_nothing() {
        for (String kind :
                List.of(
                        "administrative",
                        "court",
                        "designated_body",
                        "certifier",
                        "platform_operator",
                        "service_provider")) {
            String id = "kind-" + kind.replace('_', '-');
            party(id, kind);
            assertThat(line(id, "party", "list")).contains("not approved", "試験市 TEST");
            assertThat(done(platform("party", "approve", id))).contains(id, "approved");
        }
        String[] again = {"party", "add", "kind-court", "--kind", "COURT", "--name", "試験市 TEST"};
        assertRefused(platform(again), "MYNA-PLT-019", "kind-court");
        List<String> same = new ArrayList<>(List.of(again));
        same.addAll(List.of("--name-en", "TEST City"));
        assertThat(done(platform(same.toArray(String[]::new)))).contains("just so");
        assertThat(line("kind-court", "party", "list")).contains("court", "approved");
        assertThat(done(platform("party", "list", "--lang", "ja"))).contains("裁判所", "認定");
    }

    @Test
    void an_approval_has_days_and_another_takes_its_place() {
        party("dated", "service_provider");
        String[] dated = {
            "party", "approve", "dated", "--from", "2026-04-01", "--until", "2099-04-01"
        };
        assertThat(done(platform(dated)))
                .contains("2026-04-01T00:00+09:00 until 2099-04-01T00:00+09:00");
        assertThat(done(platform(dated))).contains("just so already");
        assertThat(done(platform("party", "approve", "dated", "--until", "2099-04-01")))
                .contains("just so already");
        done(
                platform(
                        "party",
                        "approve",
                        "dated",
                        "--from",
                        "2098-01-01",
                        "--until",
                        "2098-01-02"));
        assertThat(line("dated", "party", "list"))
                .contains("  approved  ", "until 2098-01-01T00:00+09:00");
        done(
                platform(
                        "party",
                        "approve",
                        "dated",
                        "--from",
                        "2020-01-01",
                        "--until",
                        "2020-02-01"));
        assertThat(line("dated", "party", "list"))
                .contains("not approved", "until 2020-02-01T00:00+09:00");
    }

    @Test
    void days_out_of_order_or_before_the_law_are_refused_by_their_option() {
        party("early", "administrative");
        assertRefused(
                platform("party", "approve", "early", "--from", "2010-01-01"),
                "MYNA-PLT-016",
                "(from)");
        assertRefused(
                platform(
                        "party",
                        "approve",
                        "early",
                        "--from",
                        "2026-04-01",
                        "--until",
                        "2026-04-01"),
                "MYNA-PLT-016",
                "(until)");
        assertThat(platform("party", "approve", "early", "--from", "yesterday").exitCode())
                .isEqualTo(2);
        assertThat(line("early", "party", "list")).contains("not approved");
    }

    @Test
    void a_suspended_party_suspends_its_clients_until_it_is_lifted() {
        party("stopped", "certifier");
        done(platform("party", "approve", "stopped"));
        String client = client("stopped", "stopped.jwk");
        assertThat(line(client, "client", "list", "stopped")).contains("  approved  ");
        String[] suspend = {"party", "suspend", "stopped", "--reason", "試験の停止", "--law", "試験法1条"};
        assertThat(done(platform(suspend))).contains("stopped is suspended");
        assertThat(line("stopped", "party", "list")).contains("SUSPENDED", "試験の停止 (試験法1条)");
        assertThat(line(client, "client", "list")).contains("  SUSPENDED  ");
        suspend[4] = "別の理由";
        assertThat(done(platform(suspend))).contains("already");
        assertThat(done(platform("party", "list", "--json")))
                .contains("\"reason\":\"試験の停止\"")
                .doesNotContain("別の理由");
        assertThat(done(platform("client", "lift", client))).contains("itself is not suspended");
        assertThat(done(platform("party", "lift", "stopped"))).contains("lifted");
        assertThat(done(platform("party", "lift", "stopped"))).contains("not suspended");
        assertThat(line(client, "client", "list")).contains("  approved  ");
    }

    @Test
    void one_client_is_suspended_and_the_others_of_its_party_are_not() {
        party("two", "service_provider");
        done(platform("party", "approve", "two"));
        String stopped = client("two", "two.jwk");
        String going = other("two");
        String[] suspend = {"client", "suspend", stopped, "--reason", "試験", "--law", "試験法1条"};
        assertThat(done(platform(suspend))).contains("nobody logs in there");
        assertThat(done(platform(suspend))).contains("already");
        assertThat(line(stopped, "client", "list")).contains("  SUSPENDED  ");
        assertThat(line(going, "client", "list")).contains("  approved  ");
        assertThat(line("two", "party", "list")).contains("  approved  ");
        assertThat(done(platform("client", "lift", stopped, "--json")))
                .contains("\"standing\":\"APPROVED\"");
    }

    private String other(String party) {
        Matcher id =
                CLIENT.matcher(
                        done(
                                platform(
                                        "client",
                                        "add",
                                        party,
                                        "--name",
                                        "別の窓口",
                                        "--redirect",
                                        "https://other.example.jp/callback",
                                        "--key-file",
                                        desk.resolve(party + "-other.jwk").toString())));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void a_key_that_was_made_is_in_a_file_for_its_owner_and_is_never_written_over()
            throws IOException {
        party("keys", "designated_body");
        String client = client("keys", "keys.jwk");
        Path file = desk.resolve("keys.jwk");
        assertThat(file).content().contains("\"kty\":\"EC\"", "\"d\":");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String before = Files.readString(file);
        assertThat(client("keys", "keys.jwk")).as("the same again").isEqualTo(client);
        String[] another = {
            "client",
            "add",
            "keys",
            "--name",
            "別の窓口",
            "--redirect",
            "https://keys.example.jp/callback",
            "--key-file",
            file.toString()
        };
        assertRefused(platform(another), "MYNA-CLI-002", "exists already");
        assertThat(file).content().isEqualTo(before);
        assertThat(platform("client", "list", "keys").out().lines()).hasSize(1);
    }

    @Test
    void a_client_brings_its_own_public_keys_and_the_rules_are_those_of_the_console() {
        party("own", "service_provider");
        String set =
                terminal.file(
                        "own.jwks",
                        """
                        {"keys":[{"kty":"EC","crv":"P-256",
                         "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                         "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}
                        """);
        String[] good = {
            "client",
            "add",
            "own",
            "--name",
            "試験",
            "--name-en",
            "TEST",
            "--redirect",
            "https://own.example.jp/a",
            "--redirect",
            "https://own.example.jp/b",
            "--logout",
            "https://own.example.jp/",
            "--jwks",
            set
        };
        assertThat(done(platform(good))).containsPattern(CLIENT).doesNotContain("private key");
        assertThat(done(platform(good))).contains("just such a client");
        refusedFor("redirect", good, 8, "http://own.example.jp/a");
        refusedFor("redirect", good, 8, "https://elsewhere.example.jp/a");
        refusedFor("name", good, 4, " ");
        refusedFor("jwks", good, 14, terminal.file("none.jwks", "{\"keys\":[]}"));
        good[13] = "--key-file";
        good[14] = terminal.path("refused.jwk");
        refusedFor("logout", good, 12, "nowhere");
        assertThat(desk.resolve("refused.jwk")).doesNotExist();
    }

    private void refusedFor(String field, String[] good, int at, String wrong) {
        String[] words = good.clone();
        words[at] = wrong;
        assertRefused(platform(words), "MYNA-PLT-016", "(" + field + ")");
    }

    @Test
    void what_the_register_does_not_have_is_named() {
        String[] why = {"--reason", "試験", "--law", "試験"};
        assertRefused(platform("party", "approve", "nobody"), "MYNA-PLT-018", "nobody");
        assertRefused(platform("party", "lift", "nobody"), "MYNA-PLT-018", "nobody");
        assertRefused(platform("client", "list", "nobody"), "MYNA-PLT-018", "nobody");
        assertRefused(
                platform("party", "suspend", "nobody", why[0], why[1], why[2], why[3]),
                "MYNA-PLT-018",
                "nobody");
        assertRefused(
                platform("client", "suspend", "nothing", why[0], why[1], why[2], why[3]),
                "MYNA-PLT-001",
                "nothing");
        assertRefused(platform("client", "lift", "nothing"), "MYNA-PLT-001", "nothing");
        assertRefused(
                platform("party", "add", "Not An Id", "--kind", "court", "--name", "試験"),
                "MYNA-PLT-016",
                "(id)");
        assertThat(platform("party", "add", "x", "--kind", "bank", "--name", "試験").exitCode())
                .isEqualTo(2);
        assertThat(platform("party", "suspend", "x", "--reason", "試験").exitCode()).isEqualTo(2);
        assertThat(platform("party").exitCode()).isEqualTo(2);
    }

    @Test
    void every_act_is_in_the_access_log_once() {
        party("logged", "court");
        party("logged", "court");
        done(platform("party", "approve", "logged"));
        done(platform("party", "approve", "logged"));
        done(platform("party", "suspend", "logged", "--reason", "試験", "--law", "試験"));
        done(platform("party", "lift", "logged"));
        done(platform("party", "lift", "logged"));
        var log =
                new AuditLog(
                        Objects.requireNonNull(database).open("platform", 1),
                        data.resolve("platform").resolve("log"),
                        new SecureRandom(),
                        Instant::now);
        assertThat(log.find(AuditSearch.aboutSubject("logged")))
                .extracting(RecordedEntry::entry)
                .allMatch(entry -> entry.officer().equals(System.getProperty("user.name")))
                .extracting(AuditEntry::operation)
                .containsExactlyInAnyOrder(
                        "ENTER_PARTY", "APPROVE_PARTY", "SUSPEND_PARTY", "LIFT_PARTY");
    }
}

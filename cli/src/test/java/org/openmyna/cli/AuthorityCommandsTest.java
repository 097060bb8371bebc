package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.IssuingOffice;

/** The authorities operated by hand, on a database that somebody else uses at the same time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorityCommandsTest {
    private static final Pattern SERIAL = Pattern.compile("\"serial\":\"([0-9A-F]+)\"");

    @TempDir private static Path data;
    @TempDir private static Path desk;

    private Terminal terminal = new Terminal(Path.of(""), Path.of(""));
    // held open, so that each command joins a PostgreSQL that runs
    @AutoClose private @Nullable Database database;

    @BeforeAll
    void the_authorities_are_founded() throws Exception {
        database = Database.embedded(data.resolve("database"));
        terminal = Terminal.at(data, desk);
        Files.write(desk.resolve("key.csr"), newRequest());
        assertThat(authority("generations").out()).startsWith("There is no authority yet.");
        assertThat(authority("search", "--lang", "ja").exitCode()).isZero();
        Said none = authority("revoke", "2", "--ca", "login", "--reason", "superseded");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).startsWith("MYNA-AUT-002");
        for (String ca : List.of("signature", "login")) {
            Said held =
                    authority(
                            "ceremony",
                            "--ca",
                            ca,
                            "--place",
                            "試験室 TEST",
                            "--officer",
                            "試験 一郎",
                            "--witness",
                            "試験 花子",
                            "--witness",
                            "試験 次郎");
            assertThat(held.err()).isEmpty();
            assertThat(held.out())
                    .contains("Transcript of a key ceremony", "試験室 TEST", "試験 花子、試験 次郎");
        }
    }

    private Said authority(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "authority";
        System.arraycopy(words, 0, all, 1, words.length);
        return terminal.openmyna(all);
    }

    private static byte[] newRequest() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        return CertificationRequest.make(
                        (RSAPublicKey) pair.getPublic(), ContentSignature.with(pair.getPrivate()))
                .der();
    }

    /** Issues for this person and answers the serial. */
    private String issued(String ca, String holder, String... more) {
        List<String> words = new ArrayList<>(List.of("issue", "--json", "--ca", ca));
        words.addAll(List.of("--holder", holder, "--csr", terminal.path("key.csr")));
        words.addAll(Arrays.asList(more));
        Said said = authority(words.toArray(String[]::new));
        assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
        Matcher serial = SERIAL.matcher(said.out());
        assertThat(serial.find()).as(said.out()).isTrue();
        return serial.group(1);
    }

    private String stateOf(String ca, String serial) {
        return authority("search", "--ca", ca, "--serial", serial, "--json").out();
    }

    @Test
    void a_second_ceremony_is_the_next_generation_and_issues_from_then_on() {
        String before = issued("signature", "roll-before");
        Path transcript = desk.resolve("second.txt");
        Said held =
                authority(
                        "ceremony",
                        "--ca",
                        "signature",
                        "--serials",
                        "random",
                        "--out",
                        transcript.toString());
        assertThat(held.err()).isEmpty();
        assertThat(transcript).content().contains("2 (1002)", "RANDOM");
        String after = issued("signature", "roll-after");
        assertThat(after.length()).isGreaterThan(before.length() + 10);
        assertThat(stateOf("signature", before)).contains("\"generation\":\"1001\"", "\"good\"");
        assertThat(stateOf("signature", after)).contains("\"generation\":\"1002\"", "\"good\"");
        assertThat(authority("generations", "--json").out())
                .contains("\"generation\":\"1002\"", "\"serials\":\"RANDOM\"", "\"ca\":\"login\"");
    }

    @Test
    void a_certificate_is_issued_for_a_request_and_asked_again_it_is_the_same() throws Exception {
        Path pem = desk.resolve("taro.pem");
        String[] words = {
            "issue",
            "--ca",
            "login",
            "--holder",
            "taro",
            "--request",
            "desk-1",
            "--csr",
            terminal.path("key.csr"),
            "--out",
            pem.toString()
        };
        Said first = authority(words);
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains("was issued and is in " + pem);
        String certificate = Files.readString(pem);
        assertThat(certificate).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(authority(words).exitCode()).isZero();
        assertThat(pem).hasContent(certificate);
        assertThat(authority("search", "--request", "desk-1").out()).contains("taro", "good");
        Said second =
                authority(
                        "issue", "--ca=login", "--holder=taro", "--csr", terminal.path("key.csr"));
        assertThat(second.err()).startsWith("MYNA-AUT-021");
        String next = issued("login", "taro", "--replacing", "superseded");
        assertThat(authority("search", "--holder", "taro", "--ca", "login").out())
                .containsPattern("desk-1")
                .containsPattern("revoked .* superseded|revoked .* SUPERSEDED")
                .contains(next);
    }

    @Test
    void what_is_no_request_is_refused_by_name() {
        terminal.file("broken.csr", "TEST 試験用: no request\n");
        Said said =
                authority(
                        "issue",
                        "--ca=login",
                        "--holder=jiro",
                        "--csr",
                        terminal.path("broken.csr"));
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).startsWith("MYNA-PRF-");
        Said missing =
                authority("issue", "--ca=login", "--holder=jiro", "--csr", terminal.path("none"));
        assertThat(missing.err()).startsWith("MYNA-CLI-002");
        Said person =
                authority(
                        "issue",
                        "--ca=login",
                        "--holder",
                        "試験 一郎",
                        "--csr",
                        terminal.path("key.csr"));
        assertThat(person.err()).startsWith("MYNA-AUT-025");
    }

    @Test
    void revoked_is_final_and_the_first_reason_stands() {
        String serial = issued("signature", "saburo");
        Said said = authority("revoke", serial, "--ca", "signature", "--reason", "key_compromise");
        assertThat(said.out()).contains(serial + " is revoked since");
        Said again =
                authority(
                        "revoke", serial, "--ca", "signature", "--reason", "superseded", "--json");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).containsIgnoringCase("compromise");
        Said lifted = authority("lift", serial, "--ca", "signature");
        assertThat(lifted.err()).startsWith("MYNA-AUT-035");
        Said never = authority("revoke", "7777", "--ca=login", "--reason=superseded");
        assertThat(never.err()).startsWith("MYNA-AUT-022");
    }

    @Test
    void a_phones_hold_is_lifted_and_a_cards_is_not() {
        String phone = issued("login", "shiro", "--phone");
        assertThat(authority("hold", phone, "--ca", "login").exitCode()).isZero();
        assertThat(stateOf("login", phone)).containsIgnoringCase("hold");
        Said lifted = authority("lift", phone, "--ca", "login", "--lang", "ja");
        assertThat(lifted.err()).isEmpty();
        assertThat(stateOf("login", phone)).contains("\"status\":\"good\"");
        String card = issued("login", "shiro");
        assertThat(authority("hold", card, "--ca", "login").exitCode()).isZero();
        assertThat(authority("lift", card, "--ca", "login").err()).startsWith("MYNA-AUT-035");
    }

    @Test
    void a_person_or_a_municipality_is_revoked_as_a_whole() {
        issued("login", "goro");
        issued("login", "goro", "--phone");
        Said person = authority("revoke", "--holder=goro", "--ca=login", "--reason=superseded");
        assertThat(person.out()).startsWith("2 certificates were revoked");
        issued("login", "rokuro", "--municipality", "472018");
        issued("login", "nanako", "--municipality", "472018");
        Said naha =
                authority(
                        "revoke",
                        "--municipality",
                        "472018",
                        "--ca=login",
                        "--reason=cessation_of_operation",
                        "--json");
        assertThat(naha.out()).startsWith("{\"revoked\":2,");
        Said again =
                authority("revoke", "--municipality=472018", "--ca=login", "--reason=superseded");
        assertThat(again.out()).startsWith("0 certificates");
        Said both = authority("revoke", "2", "--holder=goro", "--ca=login", "--reason=superseded");
        assertThat(both.err()).startsWith("MYNA-CLI-014");
        Said neither = authority("revoke", "--ca=login", "--reason=superseded");
        assertThat(neither.err()).startsWith("MYNA-CLI-023");
    }

    @Test
    void wrong_words_are_wrong_usage() {
        assertThat(authority().exitCode()).isEqualTo(2);
        assertThat(authority("revoke", "2", "--ca=login").exitCode()).isEqualTo(2);
        assertThat(authority("revoke", "xyz", "--ca=login", "--reason=superseded").exitCode())
                .isEqualTo(2);
        assertThat(authority("hold", "2", "--ca=other").exitCode()).isEqualTo(2);
        assertThat(authority("log", "rewrite").exitCode()).isEqualTo(2);
        assertThat(authority("search", "--most", "0").err()).startsWith("MYNA-AUT-039");
        assertThat(terminal.openmyna("authority", "search", "--db", "nonsense").err())
                .startsWith("MYNA-DBS-021");
        assertThat(
                        terminal.openmyna(
                                        "authority",
                                        "search",
                                        "--db=jdbc:postgresql://127.0.0.1:1/none?user=x&password=y")
                                .err())
                .startsWith("MYNA-DBS-020");
    }

    @Test
    void what_nobody_finished_is_listed_and_thrown_away() throws Exception {
        try (var country = new Country(data, InstantSource.system())) {
            var office = IssuingOffice.known(MunicipalityCode.parse(Specimens.MUNICIPALITY));
            var reservation =
                    Reservation.onCard(
                            new RequestId("left-1"), new HolderId("hachiro"), office.orElseThrow());
            var _ = country.authority(CaKind.USER_AUTHENTICATION).reserve(reservation);
        }
        assertThat(authority("unfinished").out()).contains("left-1", "RESERVED", "discard");
        assertThat(authority("unfinished", "--json").out()).contains("\"holder\":\"hachiro\"");
        Said thrown = authority("discard", "left-1", "--ca", "login");
        assertThat(thrown.out()).contains("left-1");
        assertThat(authority("discard", "left-1", "--ca", "login").exitCode()).isZero();
        assertThat(authority("unfinished").out()).doesNotContain("left-1");
        assertThat(authority("search", "--state=discarded").out()).contains("left-1");
        assertThat(authority("finish", "left-1", "--ca=login").err()).startsWith("MYNA-AUT-033");
        assertThat(authority("discard", "nobody", "--ca=login").err()).startsWith("MYNA-AUT-032");
    }

    @Test
    void lists_are_published_shown_and_copied() throws IOException {
        issued("login", "kuro");
        Path folder = desk.resolve("lists");
        Said published = authority("crl", "--out", folder.toString(), "--json");
        assertThat(published.out())
                .contains("\"name\":\"authentication-1-full.crl\"", "\"sha256\":\"");
        assertThat(folder.resolve("authentication-1-full.crl")).isNotEmptyFile();
        Said shown = authority("crl", "--show", "--ca", "login");
        assertThat(shown.out()).contains("authentication-1-full.crl").doesNotContain("signature-");
        Said himeji = authority("crl", "--show", "--municipality", Specimens.MUNICIPALITY);
        assertThat(himeji.out()).contains("Himeji").doesNotContain("full");
        assertThat(authority("crl", "--municipality", "999999").exitCode()).isEqualTo(1);
    }

    @Test
    void the_log_is_verified_shown_and_exported() throws IOException {
        issued("login", "juro");
        assertThat(authority("log", "verify").out()).startsWith("The log is sound: ");
        assertThat(authority("log", "verify", "--json").out()).startsWith("{\"sound\":true,");
        assertThat(authority("log", "head").out()).startsWith("position: ");
        Said printed = authority("log", "export");
        assertThat(printed.out()).startsWith("1|GENERATION|").contains("|CERTIFIED|");
        Path file = desk.resolve("log.txt");
        Said kept = authority("log", "export", "--out", file.toString());
        assertThat(kept.out()).contains(file.toString());
        assertThat(Files.readString(file)).startsWith(printed.out());
        Said unwritable = authority("log", "export", "--out", terminal.path("no/where/log.txt"));
        assertThat(unwritable.err()).startsWith("MYNA-CLI-002");
    }

    @Test
    void an_independent_program_checks_everything_and_no_folder_of_ours_is_emptied()
            throws IOException {
        issued("login", "checked");
        Path folder = desk.resolve("check");
        Said agrees = authority("check", "--out", folder.toString());
        assertThat(agrees.exitCode()).as(agrees.err()).isZero();
        assertThat(agrees.out()).startsWith("Log, OCSP answers and lists tell the same.");
        assertThat(authority("check", "--out", folder.toString(), "--json").out())
                .startsWith("{\"agrees\":true,");
        Path own = Files.createDirectory(desk.resolve("own"));
        Path key = Files.writeString(own.resolve("my-key.pem"), "TEST 試験用\n");
        Said refused = authority("check", "--out", own.toString());
        assertThat(refused.err()).startsWith("MYNA-CLI-009");
        assertThat(key).hasContent("TEST 試験用");
    }

    @Test
    void a_verifier_is_registered_suspended_and_refused() throws Exception {
        Path certificate = desk.resolve("verifier.pem");
        String[] issue = {"issue", "--ca=login", "--holder=verifier", "--csr"};
        List<String> words = new ArrayList<>(List.of(issue));
        words.addAll(List.of(terminal.path("key.csr"), "--out", certificate.toString()));
        authority(words.toArray(String[]::new));
        Said added =
                authority(
                        "verifier",
                        "add",
                        "bank",
                        "--name",
                        "試験銀行 TEST",
                        "--kind",
                        "signature_verifier",
                        "--certificate",
                        certificate.toString());
        assertThat(added.err()).isEmpty();
        assertThat(added.out()).contains("bank", "署名検証者", "試験銀行 TEST");
        assertThat(authority("verifier", "suspend", "bank", "--json").out())
                .containsIgnoringCase("suspended");
        assertThat(authority("verifier", "resume", "bank").exitCode()).isZero();
        assertThat(authority("verifier", "refuse", "bank").out()).containsIgnoringCase("refused");
        assertThat(authority("verifier", "list", "--json").out()).contains("\"bank\"");
        assertThat(authority("verifier", "add", "other").err()).startsWith("MYNA-CLI-015");
        assertThat(authority("verifier", "suspend").err()).startsWith("MYNA-CLI-015");
        Said unknown = authority("verifier", "suspend", "nobody");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).startsWith("MYNA-OCS-");
    }

    @Test
    void the_url_for_reading_reads_and_changes_nothing() {
        Said said = authority("reader-url");
        assertThat(said.exitCode()).isZero();
        assertThat(said.err()).contains("responder.secret");
        assertThat(data.resolve("authority/responder.secret")).exists();
        String url = said.out().strip();
        assertThat(url).startsWith("jdbc:postgresql://");
        Said changed = authority("revoke", "2", "--ca=login", "--reason=superseded", "--db", url);
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.err()).startsWith("MYNA-");
    }

    @Test
    void everything_is_said_in_japanese_too() {
        assertThat(authority("log", "verify", "--lang", "ja").out()).startsWith("記録は正しい状態です");
        assertThat(authority("hold", "7777", "--ca=login", "--lang=ja").err())
                .startsWith("MYNA-AUT-022 ")
                .containsPattern("[ぁ-ん]");
        assertThat(authority("ceremony", "--help", "--lang", "ja").out()).contains("鍵");
    }
}

package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.trust.verifier.InMemoryNonceStore;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.LoginRequest;
import org.openmyna.trust.verifier.LoginVerdict;
import org.openmyna.trust.verifier.LoginVerifier;

/** Signing and verifying in every form, as a user types it, on a country of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigningCommandsTest {
    private record Said(int exitCode, String out, String err) {}

    @TempDir private static Path data;
    @TempDir private static Path desk;

    // held open, so that each command joins a PostgreSQL that runs
    @AutoClose private @Nullable Database database;

    @BeforeAll
    void a_card_is_made() throws Exception {
        database = Database.embedded(data.resolve("database"));
        Files.writeString(desk.resolve("pin"), "1234\n");
        Files.writeString(desk.resolve("password"), "TEST1234\n");
        Said made =
                openmyna(
                        "card",
                        "new",
                        "ichiro",
                        "--pin-file",
                        path("pin"),
                        "--password-file",
                        path("password"));
        assertThat(made.exitCode()).as(made.err()).isZero();
    }

    private static String path(String name) {
        return desk.resolve(name).toString();
    }

    private static String file(String name, String text) throws Exception {
        Files.writeString(desk.resolve(name), text, StandardCharsets.ISO_8859_1);
        return path(name);
    }

    private Said sign(String form, String file, String... more) {
        List<String> words = new ArrayList<>(List.of("sign", form, file, "--card", "ichiro"));
        words.addAll(List.of("--password-file", path("password")));
        words.addAll(List.of(more));
        return openmyna(words.toArray(String[]::new));
    }

    private Said openmyna(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                Main.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("LANG", "C.UTF-8"),
                        all.toArray(String[]::new));
        return new Said(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_is_signed_under_every_digest_in_both_forms() throws Exception {
        String letter = file("letter.txt", "TEST letter\n");
        for (String digest : List.of("sha256", "sha384", "sha512"))
            for (String form : List.of("der", "pem")) {
                String target = path("letter." + digest + "." + form);
                Said signed =
                        sign("cms", letter, "--digest", digest, "--format", form, "-o", target);
                assertThat(signed.exitCode()).as(signed.err()).isZero();
                Said good = openmyna("verify", target);
                assertThat(good.out()).startsWith("The signature is good.").contains("試験　一郎");
                assertThat(good.exitCode()).isZero();
            }
        Said beside = sign("cms", letter, "--detached", "--format", "pem", "--json");
        assertThat(beside.out()).contains("\"digest\":\"sha256\",\"format\":\"pem\"");
        String text = path("letter.txt.p7s.pem");
        assertThat(Files.readString(Path.of(text))).startsWith("-----BEGIN CMS-----");
        assertThat(openmyna("verify", text, "--content", letter).exitCode()).isZero();
    }

    @Test
    void sha_1_is_refused_and_says_why() throws Exception {
        String letter = file("old.txt", "TEST\n");
        for (String form : List.of("cms", "raw", "pdf")) {
            Said refused = sign(form, letter, "--digest", "sha1");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).startsWith("MYNA-DOC-054").contains("SHA1", "broken");
        }
        assertThat(sign("cms", letter, "--digest", "whirlpool").err()).startsWith("MYNA-CLI-009");
        assertThat(sign("cms", letter, "--format", "xml").exitCode()).isEqualTo(2);
        assertThat(desk.resolve("old.txt.p7m")).doesNotExist();
    }

    @Test
    void a_bare_signature_is_judged_under_the_certificate_of_its_key() throws Exception {
        String letter = file("bare.txt", "TEST bare\n");
        for (String digest : List.of("sha256", "sha384", "sha512")) {
            Said signed = sign("raw", letter, "--digest", digest);
            assertThat(signed.exitCode()).as(signed.err()).isZero();
            assertThat(desk.resolve("bare.txt.sig")).hasSize(256);
            Said good = judge(letter, "--certificate", signerCertificate(false), "--json");
            assertThat(good.exitCode()).isZero();
            assertThat(good.out())
                    .contains("\"verdict\":\"accepted\"", "\"digest\":\"" + digest + "\"");
        }
        assertThat(judge(letter, "--certificate", signerCertificate(true)).out())
                .startsWith("The signature is good.")
                .contains("試験　一郎");
        Said fromCard = judge(letter, "--card", "ichiro", "--password-file", path("password"));
        assertThat(fromCard.exitCode()).as(fromCard.err()).isZero();
        file("bare.txt", "TEST other\n");
        Said bad = judge(letter, "--certificate", signerCertificate(false));
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.out()).contains("MYNA-VRF-201");
        assertThat(judge(letter, "--certificate", file("no.pem", "-----BEGIN X-----\n")).err())
                .startsWith("MYNA-CLI-009");
    }

    private Said judge(String letter, String... more) {
        List<String> words = new ArrayList<>(List.of("verify", "raw", letter));
        words.addAll(List.of("--signature", letter + ".sig"));
        words.addAll(List.of(more));
        return openmyna(words.toArray(String[]::new));
    }

    /** The certificate that lies in a CMS signature of the card. */
    private String signerCertificate(boolean pem) throws Exception {
        String any = file("any.txt", "TEST\n");
        assertThat(sign("cms", any).exitCode()).isZero();
        byte[] cms = Files.readAllBytes(desk.resolve("any.txt.p7m"));
        Certificate signer =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(cms))
                        .iterator()
                        .next();
        Path file = desk.resolve(pem ? "signer.pem" : "signer.der");
        if (!pem) return Files.write(file, signer.getEncoded()).toString();
        return file(
                "signer.pem",
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(signer.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void the_login_key_signs_with_a_warning_and_is_never_taken_for_the_other() throws Exception {
        String letter = file("login.txt", "TEST login\n");
        Said signed =
                openmyna(
                        "sign",
                        "raw",
                        letter,
                        "--key",
                        "login",
                        "--card",
                        "ichiro",
                        "--pin-file",
                        path("pin"));
        assertThat(signed.exitCode()).as(signed.err()).isZero();
        assertThat(signed.err()).contains("for logging in only");
        Said asLogin = judge(letter, "--key", "login", "--card", "ichiro");
        assertThat(asLogin.exitCode()).as(asLogin.err()).isZero();
        assertThat(asLogin.err()).contains("for logging in only");
        assertThat(asLogin.out()).doesNotContain("試験");
        Said asSignature = judge(letter, "--card", "ichiro", "--password-file", path("password"));
        assertThat(asSignature.out()).contains("MYNA-VRF-201");
        Said wrongKind = judge(letter, "--key", "login", "--certificate", signerCertificate(false));
        assertThat(wrongKind.exitCode()).isEqualTo(1);
        assertThat(wrongKind.out()).contains("MYNA-VRF-107");
    }

    @Test
    void evidence_of_a_verdict_gives_it_again_with_every_check() throws Exception {
        String letter = file("kept.txt", "TEST kept\n");
        assertThat(sign("raw", letter).exitCode()).isZero();
        String evidence = path("kept.zip");
        String signer = signerCertificate(false);
        Said kept = judge(letter, "--certificate", signer, "--evidence", evidence);
        assertThat(kept.out()).contains("Evidence: " + evidence);
        Said again = openmyna("verify", evidence, "--content", letter);
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out())
                .startsWith("The evidence holds")
                .contains("試験　一郎", "The verdict was given", "Not proved again")
                .contains("[RFC 5280 6.3.3 (g)]", "✓ the record is of the content shown")
                .doesNotContain("--content");
        Said alone = openmyna("verify", evidence, "--json");
        assertThat(alone.out()).contains("\"verdict\":\"accepted\"", "\"judgedAt\"");
        assertThat(openmyna("verify", evidence, "--lang", "ja").out())
                .startsWith("証拠は有効です")
                .contains("--content");

        Said other = openmyna("verify", evidence, "--content", file("other.txt", "TEST\n"));
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).startsWith("The evidence proves NOTHING: MYNA-VRF-302");
        Said real = openmyna("verify", evidence, "--real");
        assertThat(real.exitCode()).isEqualTo(1);
        assertThat(real.out()).contains("MYNA-VRF-118");
        byte[] damaged = Files.readAllBytes(Path.of(evidence));
        damaged[damaged.length / 2] ^= 1;
        Files.write(desk.resolve("damaged.zip"), damaged);
        assertThat(openmyna("verify", path("damaged.zip")).err()).startsWith("MYNA-VRF-301");
        assertThat(openmyna("verify", evidence, "--at", "2026-01-01T00:00:00Z").err())
                .startsWith("MYNA-CLI-009");
        assertThat(openmyna("verify", letter, "--real").err()).startsWith("MYNA-CLI-009");
    }

    @Test
    void evidence_of_a_login_says_to_whom_and_what_for() throws Exception {
        Path evidence = desk.resolve("login.zip");
        Files.write(evidence, loginEvidence());
        Said holds = openmyna("verify", evidence.toString());
        assertThat(holds.exitCode()).as(holds.err()).isZero();
        assertThat(holds.out())
                .startsWith("The evidence holds")
                .contains("Login to demo-bank through https://platform.localhost:8080: 口座")
                .doesNotContain("--content");
        assertThat(openmyna("verify", evidence.toString(), "--json").out())
                .contains("\"client\":\"demo-bank\"");
    }

    private void card(String words, String... more) {
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        all.addAll(List.of(more));
        all.addAll(List.of("--card", "ichiro"));
        Said said = openmyna(all.toArray(String[]::new));
        assertThat(said.exitCode()).as(said.err()).isZero();
    }

    /** What a platform of this country keeps of a login with the card. */
    private byte[] loginEvidence() throws Exception {
        var clock = InstantSource.system();
        var request =
                new LoginRequest(
                        "demo-bank", URI.create("https://bank.localhost:8080/back"), "口座へのログイン");
        try (var country = new Country(data, clock)) {
            LoginVerifier verifier =
                    country.verifier()
                            .logins(
                                    "https://platform.localhost:8080",
                                    new InMemoryNonceStore(10, clock),
                                    new SecureRandom());
            LoginChallenge challenge = verifier.issueChallenge(request);
            Files.write(desk.resolve("challenge"), challenge.bytes());
            card("sign raw --key login --pin-file", path("pin"), path("challenge"));
            card("card read certificates -t auth -f der -o", path("auth.cer"));
            LoginVerdict verdict =
                    verifier.verify(
                            challenge,
                            Files.readAllBytes(desk.resolve("auth.cer")),
                            Files.readAllBytes(desk.resolve("challenge.sig")));
            assertThat(verdict).isInstanceOf(LoginVerdict.Accepted.class);
            return ((LoginVerdict.Accepted) verdict).bundle().bytes();
        }
    }

    @Test
    void a_pdf_is_signed_inside_and_every_later_change_is_named() throws Exception {
        String letter = file("letter.pdf", TINY_PDF);
        Said signed =
                sign(
                        "pdf",
                        letter,
                        "--reason",
                        "TEST",
                        "--location",
                        "Tokyo",
                        "--digest",
                        "sha384");
        assertThat(signed.exitCode()).as(signed.err()).isZero();
        String target = path("letter.signed.pdf");
        Said good = openmyna("verify", target);
        assertThat(good.err()).isEmpty();
        assertThat(good.out())
                .startsWith("The signature is good.")
                .contains("試験　一郎", "[ISO 32000-1 12.8.1]");
        assertThat(good.exitCode()).isZero();
        Said again = sign("pdf", target, "-o", path("twice.pdf"));
        assertThat(again.err()).contains("MYNA-DOC-110");
        assertThat(desk.resolve("twice.pdf")).doesNotExist();

        String added = Files.readString(Path.of(target), StandardCharsets.ISO_8859_1) + "% more\n";
        Said longer = openmyna("verify", file("longer.pdf", added), "--lang", "ja");
        assertThat(longer.out()).startsWith("署名は正しくありません").contains("MYNA-DOC-108", "書き足されています");
        assertThat(openmyna("verify", letter, "--json").out())
                .contains("\"code\":\"MYNA-DOC-104\"");
        Said broken = openmyna("verify", file("broken.pdf", added.substring(0, 300)));
        assertThat(broken.out()).contains("MYNA-DOC-101");
        assertThat(broken.err()).isEmpty();
        assertThat(openmyna("verify", target, "--content", letter).err())
                .startsWith("MYNA-CLI-009");
    }

    @Test
    void a_pdf_inside_a_cms_file_is_judged_as_cms() throws Exception {
        String letter = file("inside.pdf", TINY_PDF);
        assertThat(sign("cms", letter).exitCode()).isZero();
        assertThat(openmyna("verify", path("inside.pdf.p7m")).exitCode()).isZero();
    }

    @Test
    void nothing_to_verify_is_wrong_usage() {
        assertThat(openmyna("verify").exitCode()).isEqualTo(2);
        assertThat(openmyna("verify", "raw").exitCode()).isEqualTo(2);
        for (String command : List.of("raw", "pdf", "cms"))
            assertThat(openmyna("sign", command, "--help", "--lang", "ja").out())
                    .containsPattern("[ぁ-ん]");
        assertThat(openmyna("verify", "raw", "--help", "--lang", "ja").out())
                .containsPattern("[ぁ-ん]");
    }

    private static final String TINY_PDF = tinyPdf();

    /** One empty page; the offsets of its table are counted here. */
    private static String tinyPdf() {
        List<String> objects =
                List.of(
                        "1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n",
                        "2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n",
                        "3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>\nendobj\n");
        var pdf = new StringBuilder("%PDF-1.7\n% TEST\n");
        var table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (String object : objects) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(object);
        }
        int start = pdf.length();
        return pdf.append(table)
                .append("trailer\n<</Size 4 /Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n")
                .toString();
    }
}

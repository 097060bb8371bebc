package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.interop.Subject.State;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.checker.Checker;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateAddresses;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.RevocationList;

/**
 * The checker, a program with nothing but a JDK, agrees with everything that a running server gives
 * out, and finds each lie, also of somebody who has all keys of the authority.
 */
class CheckerProgramTest {
    @RegisterExtension final AtTheServer server = new AtTheServer();
    @TempDir Path folder;

    private Subject held;

    /** Everything over HTTP, as an auditor would get it. */
    @BeforeEach
    void export() throws IOException {
        ServedAuthority served = server.served();
        held = served.one(CaKind.SIGNATURE, 2, State.HELD);
        for (Subject each : served.people()) {
            if (each.state().status.isEmpty()) continue;
            byte[] question =
                    OcspRequest.of(
                                    List.of(
                                            CertId.of(
                                                    HashAlgorithm.SHA_256,
                                                    each.generation().certificate(),
                                                    each.serial())))
                            .der();
            Files.write(
                    folder.resolve("person-%02d.ocsp".formatted(each.number())),
                    served.post("/ocsp", question));
        }
        for (var list : served.lists().entrySet()) {
            Files.write(folder.resolve(list.getKey()), list.getValue());
        }
        for (var generation : served.authorities().generations().all()) {
            Files.write(
                    folder.resolve("ca-" + generation.id() + ".cer"),
                    generation.certificate().der());
        }
        Files.write(folder.resolve("head.txt"), served.get("/log/head"));
        Files.write(folder.resolve("log-key.pem"), served.get("/log/key.pem"));
        Files.write(folder.resolve("log.txt"), served.get("/log"));
    }

    @Test
    void everything_that_a_server_gives_out_is_true() throws Exception {
        String told = check(0);
        long people =
                server.served().people().stream()
                        .filter(each -> !each.state().status.isEmpty())
                        .count();
        assertThat(told.lines().filter(line -> line.startsWith("OK person-")))
                .hasSize((int) people);
        assertThat(told.lines().filter(line -> line.matches("OK .*[.]crl: .*")))
                .hasSize(server.served().lists().size());
        assertThat(told).contains("OK log.txt").doesNotContain("NG ");
    }

    @Test
    void a_line_of_the_log_that_was_changed_is_found() throws Exception {
        List<String> changed = new ArrayList<>(logLines());
        changed.replaceAll(line -> isRevocation(line) ? line.replace("|6|", "|1|") : line);
        write(changed);
        assertThat(check(1)).contains("NG log.txt");
    }

    @Test
    void a_line_that_is_left_out_is_found_although_the_chain_is_made_anew() throws Exception {
        List<String> without = new ArrayList<>(logLines());
        assertThat(without.removeIf(this::isRevocation)).isTrue();
        write(chained(without));
        assertThat(check(1)).contains("NG log.txt");
    }

    @Test
    void whoever_has_the_key_of_the_log_cannot_hide_what_answers_and_lists_have_told()
            throws Exception {
        List<String> without = new ArrayList<>(logLines());
        assertThat(without.removeIf(this::isRevocation)).isTrue();
        List<String> chained = chained(without);
        write(chained);
        signHead(chained);
        String told = check(1);
        assertThat(told)
                .contains(
                        "OK log.txt",
                        "NG person-%02d.ocsp".formatted(held.number()),
                        "NG " + held.fullList(),
                        "NG " + held.shard());
        assertThat(told.lines().filter(line -> line.startsWith("NG "))).hasSize(3);
    }

    @Test
    void a_list_that_leaves_somebody_out_is_found_although_the_ca_signed_it() throws Exception {
        byte[] lie = listWithout(held);
        Files.write(folder.resolve(held.fullList()), lie);
        String told = check(1);
        assertThat(told).contains("NG " + held.fullList());
        assertThat(told.lines().filter(line -> line.startsWith("NG "))).hasSize(1);
    }

    @Test
    void an_answer_and_a_list_with_a_changed_byte_are_found() throws Exception {
        String name = "person-%02d.ocsp".formatted(held.number());
        for (String file : List.of(name, held.shard())) {
            byte[] changed = Files.readAllBytes(folder.resolve(file));
            changed[changed.length / 3] ^= 1;
            Files.write(folder.resolve(file), changed);
        }
        assertThat(check(1)).contains("NG " + name, "NG " + held.shard());
    }

    @Test
    void a_ca_that_the_log_does_not_know_is_found() throws Exception {
        Files.write(
                folder.resolve("ca-stranger.cer"),
                server.served().strangersCertificate(CaKind.SIGNATURE));
        assertThat(check(1)).contains("NG ca-stranger.cer");
    }

    private List<String> logLines() throws IOException {
        return Files.readAllLines(folder.resolve("log.txt"));
    }

    private boolean isRevocation(String line) {
        return line.matches(
                "[0-9]+[|]REVOKED[|]%d[|]%s[|]6[|].*"
                        .formatted(held.generation().id(), held.serial()));
    }

    /** The lines with new positions and hashes. */
    private static List<String> chained(List<String> lines) throws Exception {
        List<String> chained = new ArrayList<>();
        byte[] hash = new byte[32];
        for (String line : lines) {
            String[] fields = line.split("[|]", -1);
            fields[0] = String.valueOf(chained.size() + 1);
            String canonical = String.join("|", List.of(fields).subList(0, fields.length - 1));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash);
            hash = digest.digest(canonical.getBytes(StandardCharsets.UTF_8));
            chained.add(canonical + "|" + HexFormat.of().formatHex(hash));
        }
        return chained;
    }

    private void write(List<String> lines) throws IOException {
        Files.write(folder.resolve("log.txt"), lines);
    }

    private KeyVault vault() {
        return KeyVault.pkcs12(
                server.served().vault(), KeyStorePassword.besideTheKey(), new SecureRandom());
    }

    private void signHead(List<String> lines) throws IOException {
        String last = lines.getLast();
        String hash = last.substring(last.lastIndexOf('|') + 1);
        String content = "openmyna-log-head|%d|%s|%s".formatted(lines.size(), hash, Population.NOW);
        byte[] signature = vault().signer("log").sign(content.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                folder.resolve("head.txt"),
                """
                position: %d
                hash: %s
                signed-at: %s
                signature: %s
                """
                        .formatted(
                                lines.size(),
                                hash,
                                Population.NOW,
                                Base64.getEncoder().encodeToString(signature)));
    }

    private byte[] listWithout(Subject hidden) {
        RevocationList honest = RevocationList.parse(server.served().list(hidden.fullList()));
        return new JpkiProfile(Hierarchy.TEST, CertificateAddresses.sandbox())
                .revocationList(
                        new JpkiProfile.Issuer(
                                hidden.generation().certificate(),
                                vault().signer(hidden.generation().keyName())),
                        BigInteger.TEN,
                        Instant.parse(Population.NOW),
                        Instant.parse(Population.NOW).plusSeconds(3_600),
                        honest.entries().stream()
                                .filter(each -> !each.serial().equals(hidden.serial()))
                                .toList())
                .der();
    }

    /** Its jar, and nothing else, on the class path. */
    private String check(int exitCode) throws Exception {
        Path program =
                Path.of(Checker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path output = folder.resolveSibling(folder.getFileName() + "-output");
        Process checker =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                program.toString(),
                                Checker.class.getName(),
                                folder.toString())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertThat(checker.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
            String told = Files.readString(output);
            assertThat(checker.exitValue()).as(told).isEqualTo(exitCode);
            return told;
        } finally {
            checker.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}

package org.openmyna.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.cli.Terminal.Said;
import org.openmyna.server.clock.LegalClock;

/** The server as a process of its own: told to stop, killed, and beside commands. */
class StartTest {
    private static final int TOLD_TO_STOP = 128 + 15;
    private static final String NO_DATABASE =
            "jdbc:postgresql://127.0.0.1:1/none?user=nobody&password=none";

    @TempDir private Path data;
    @TempDir private Path desk;

    private final HttpClient http = HttpClient.newHttpClient();

    private static final List<String> FIRST_START =
            List.of(
                    "Making the database …",
                    "Founding the TEST authorities …",
                    "Making TEST residents …");

    /** A server that said it is ready. */
    private record Started(Process process, Path errors, List<String> said)
            implements AutoCloseable {
        String address() {
            return said.getFirst().replaceAll(".*(http://localhost:\\d+).*", "$1");
        }

        String errorsSaid() throws IOException {
            return Files.readString(errors);
        }

        void stop() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private Process process(Path folder, Path errors, String... more) throws IOException {
        return process(command(folder, more), errors);
    }

    private static List<String> command(Path folder, String... more) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.addAll(List.of("org.openmyna.cli.Main", "start", "--data", folder.toString()));
        words.addAll(List.of(more));
        return words;
    }

    private static Process process(List<String> words, Path errors) throws IOException {
        var builder = new ProcessBuilder(words).redirectError(errors.toFile());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().remove("OPENMYNA_DB");
        return builder.start();
    }

    private Started started(Path folder, String... more) throws IOException {
        Path errors = Files.createTempFile(desk, "errors", "");
        Process process = process(folder, errors, more);
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.contains("Ctrl-C")) return new Started(process, errors, said);
        }
        throw new AssertionError("it ended: " + said + Files.readString(errors));
    }

    private String get(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        var answer = http.send(request, BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private boolean databaseRuns() {
        return Files.exists(data.resolve("database/data/postmaster.pid"));
    }

    @Test
    void a_server_works_beside_commands_and_is_stopped_killed_and_started_again() throws Exception {
        Terminal terminal = Terminal.at(data, desk);
        try (Started server = started(data, "--port", "0")) {
            assertThat(server.said())
                    .anyMatch(line -> line.contains("http://sandbox.localhost:"))
                    .anyMatch(line -> line.contains("http://counter.localhost:"))
                    .anyMatch(line -> line.matches(".* http://platform.localhost:\\d+/developer"))
                    .anyMatch(line -> line.contains("http://ocsp.authority.localhost:"))
                    .anyMatch(line -> line.contains("/crl/index.json"))
                    .anyMatch(line -> line.contains("card agent: http://127.0.0.1:"))
                    .anyMatch(line -> line.contains("/actuator/health"));
            assertThat(get(server.address() + "/actuator/health"))
                    .startsWith("200 ")
                    .contains("\"UP\"");
            Said made = terminal.newCard("ichiro");
            assertThat(made.exitCode()).as(made.err()).isZero();
            String serial =
                    terminal.openmyna("authority", "search", "--ca=login").out().split("\\s+")[1];
            Said revoked =
                    terminal.openmyna(
                            "authority", "revoke", serial, "--ca=login", "--reason=superseded");
            assertThat(revoked.exitCode()).as(revoked.err()).isZero();
            assertThat(get(server.address() + "/log?from=1"))
                    .startsWith("200 ")
                    .contains("|ACTIVATED|", "|REVOKED|");
            taken(terminal, server);
            server.stop();
            assertThat(server.process().exitValue()).isEqualTo(TOLD_TO_STOP);
            assertThat(server.errorsSaid().lines()).containsExactlyElementsOf(FIRST_START);
            assertThat(databaseRuns()).isFalse();
        }
        try (Started killed = started(data, "--port", "0", "--ocsp", "fresh")) {
            killed.process().destroyForcibly().waitFor();
            assertThat(databaseRuns()).as("nobody was there to stop it").isTrue();
        }
        try (Started again = started(data, "--port", "0")) {
            assertThat(get(again.address() + "/log?from=1")).contains("|REVOKED|");
            assertThat(terminal.openmyna("authority", "log", "verify").out())
                    .startsWith("The log is sound");
            again.stop();
            assertThat(again.errorsSaid()).isEmpty();
            assertThat(databaseRuns()).isFalse();
        }
    }

    /** Neither the port nor the folder of a server that runs is given to another. */
    private void taken(Terminal terminal, Started server) {
        int port = URI.create(server.address()).getPort();
        Said second = terminal.openmyna("start", "--port", String.valueOf(port));
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).startsWith("MYNA-SRV-031").contains(server.address());
        Said agent = terminal.openmyna("agent", "--port", String.valueOf(port));
        assertThat(agent.exitCode()).isEqualTo(1);
        assertThat(agent.err()).startsWith("MYNA-AGT-001").contains(String.valueOf(port));
        Said stranger =
                terminal.openmyna("agent", "--port=0", "--platform=http://platform.example");
        assertThat(stranger.err()).startsWith("MYNA-AGT-002");
        Said inJapanese = terminal.openmyna("start", "--port=0", "--lang=ja");
        assertThat(inJapanese.err())
                .startsWith("MYNA-SRV-031")
                .contains("使っています", data.toString(), "--data");
    }

    @Test
    void told_to_stop_while_it_starts_it_just_ends() throws Exception {
        Path errors = desk.resolve("early");
        Process early = process(data, errors, "--port", "0");
        Path log = data.resolve("log/server.json");
        while (!Files.exists(log)) {
            assertThat(early.waitFor(5, TimeUnit.MILLISECONDS)).isFalse();
        }
        early.destroy();
        assertThat(early.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(early.exitValue()).isEqualTo(TOLD_TO_STOP);
        assertThat(Files.readString(errors)).doesNotContain("MYNA-", "Exception", "WARN");
        assertThat(databaseRuns()).isFalse();
    }

    @Test
    void commands_on_the_folder_tell_the_time_of_its_country() throws Exception {
        Terminal terminal = Terminal.at(data, desk);
        Instant later = Instant.now().plus(Duration.ofDays(3_652));
        LegalClock.in(data, InstantSource.system()).moveTo(later);
        try (Started server = started(data, "--port", "0")) {
            int year = later.atZone(ZoneOffset.UTC).getYear();
            assertThat(terminal.newCard("ichiro").out())
                    .as("ten birthdays from then on")
                    .containsPattern((year + 9) + "-|" + (year + 10) + "-");
            server.stop();
        }
        Files.writeString(data.resolve("legal-clock"), "PT876");
        for (String[] command : new String[][] {{"card", "show", "ichiro"}, {"start"}}) {
            assertThat(terminal.openmyna(command).err()).startsWith("MYNA-SRV-030");
        }
    }

    @Test
    void a_full_disk_is_said_before_anything_is_made() throws Exception {
        Path small = Files.createDirectories(desk.resolve("small"));
        Path errors = desk.resolve("full");
        String mount = "mount -t tmpfs -o size=4m tmpfs '" + small + "'";
        assumeTrue(
                new ProcessBuilder("unshare", "-r", "-m", "sh", "-c", mount).start().waitFor() == 0,
                "no file system of its own");
        List<String> words = new ArrayList<>(List.of("unshare", "-r", "-m", "sh", "-c"));
        words.add(mount + " && exec \"$@\"");
        words.add("sh");
        words.addAll(command(small, "--port", "0"));
        Process full = process(words, errors);
        assertThat(full.waitFor()).isEqualTo(1);
        assertThat(Files.readString(errors))
                .startsWith("MYNA-SRV-032")
                .contains(small.toString(), "4 MB left");
    }

    @Test
    void a_machine_that_only_reads_answers_ocsp_and_nothing_else() throws Exception {
        Terminal terminal = Terminal.at(data, desk);
        Path reading = desk.resolve("reading");
        Files.createDirectories(reading.resolve("authority"));
        try (Started server = started(data, "--port", "0", "--roles=authority")) {
            assertThat(server.said())
                    .as("addresses that nobody serves")
                    .noneMatch(line -> line.matches(".*(sandbox|counter|platform).localhost.*"));
            String url = terminal.openmyna("authority", "reader-url").out().strip();
            Files.copy(
                    data.resolve("authority/responder.secret"),
                    reading.resolve("authority/responder.secret"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            try (Started reader = started(reading, "--port", "0", "--roles=ocsp", "--db", url)) {
                assertThat(get(reader.address() + "/actuator/health")).startsWith("200 ");
                assertThat(get(reader.address() + "/crl/index.json")).startsWith("404 ");
                reader.stop();
                assertThat(reader.errorsSaid()).isEmpty();
            }
            server.stop();
        }
    }

    @Test
    void what_keeps_a_server_from_starting_is_said_by_name() throws Exception {
        Terminal terminal = Terminal.at(data, desk);
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Said taken = terminal.openmyna("start", "--port=" + other.getLocalPort());
            assertThat(taken.exitCode()).isEqualTo(1);
            assertThat(taken.err()).startsWith("MYNA-SRV-002");
        }
        Said unreachable = terminal.openmyna("start", "--port=0", "--db", NO_DATABASE, "--lang=ja");
        assertThat(unreachable.exitCode()).isEqualTo(1);
        assertThat(unreachable.err()).startsWith("MYNA-DBS-020").containsPattern("[ぁ-ん]");
        assertThat(terminal.openmyna("start", "--roles=ocsp").err()).startsWith("MYNA-SRV-001");
        assertThat(terminal.openmyna("start", "--port=70000", "--json").out())
                .contains("\"code\":\"MYNA-SRV-001\"");
        Path file = Files.writeString(desk.resolve("file"), "");
        Said noFolder = terminal.openmyna("start", "--port=0", "--data", file.toString());
        assertThat(noFolder.exitCode()).isEqualTo(1);
        assertThat(noFolder.err()).startsWith("MYNA-");
        assertThat(terminal.openmyna("start", "--roles=king").exitCode()).isEqualTo(2);
        assertThat(terminal.openmyna("start", "--ocsp=slow").exitCode()).isEqualTo(2);
    }
}

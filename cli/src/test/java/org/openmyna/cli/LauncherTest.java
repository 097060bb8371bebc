package org.openmyna.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real launcher in a small repository whose Maven and JDK are shell scripts that leave a trace:
 * each case takes a moment instead of a build.
 */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "openmyna");
    private static final List<String> USED_BY_THE_SCRIPT =
            List.of(
                    "cat",
                    "chmod",
                    "date",
                    "dirname",
                    "find",
                    "flock",
                    "grep",
                    "head",
                    "mkdir",
                    "mv",
                    "nice",
                    "paste",
                    "readlink",
                    "rm",
                    "rmdir",
                    "sed",
                    "sh",
                    "sleep");
    private static final List<String> USED_BY_THE_TESTS =
            List.of(
                    "pcscd",
                    "opensc-tool",
                    "pkcs15-tool",
                    "pkcs11-tool",
                    "openssl",
                    "ssh-keygen",
                    "opj_dump",
                    "opj_decompress",
                    "pdfsig",
                    "pdftotext",
                    "pdftoppm",
                    "pdffonts");

    @TempDir private Path folder;
    private Path root;
    private Path jdk;

    private record Started(Process process, Path err) {}

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void a_repository_in_a_folder_with_a_blank() throws IOException {
        root = Files.createDirectories(folder.resolve("open myna"));
        Files.copy(LAUNCHER, root.resolve("openmyna"), StandardCopyOption.COPY_ATTRIBUTES);
        script(
                "mvnw",
                """
                case "$*" in *verify*) goal=verify ;; *) goal=package ;; esac
                echo $goal >>'%1$s/maven-calls'
                [ ! -e '%1$s/hang' ] || { echo $$ >'%1$s/hanging' && exec sleep 60; }
                echo '[INFO] Building OpenMyna kernel 0.1.0-SNAPSHOT            [1/2]'
                [ $goal = package ] || echo '[WARNING] Tests run: 3, Failures: 0, Errors: 0, Skipped: 1'
                echo '[INFO] Building OpenMyna cli 0.1.0-SNAPSHOT               [2/2]'
                [ ! -e '%1$s/broken' ] || { echo '[ERROR] Main.java: a semicolon is missing'; echo '[INFO] OpenMyna trust verifier ..... SKIPPED'; exit 1; }
                mkdir -p '%1$s/cli/target/openmyna/lib'
                : >'%1$s/cli/target/openmyna-cli-1.jar'
                : >'%1$s/cli/target/openmyna/lib/a.jar'
                """
                        .formatted(root));
        source("kernel/src/main/java/A.java");
        jdk = jdk("jdk-25", "25.0.3");
    }

    @Test
    void first_use_builds_with_a_line_for_each_room_and_later_use_does_not() throws Exception {
        Run first = run("card", "list");
        assertThat(first.exit()).isZero();
        assertThat(first.err()).contains("First build", "1/2  kernel", "2/2  cli");
        assertThat(first.out()).contains("<org.openmyna.cli.Main> <card> <list>");
        Run second = run("card", "list");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(mavenCalls()).containsExactly("package");
    }

    @Test
    void arguments_and_the_working_directory_reach_the_program_as_they_are() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Path link = Files.createSymbolicLink(folder.resolve("om"), Path.of("open myna/openmyna"));
        Path second = Files.createSymbolicLink(elsewhere.resolve("om2"), link);
        Run run = finish(start(second, elsewhere, Map.of(), "sign", "契約 書.txt", "", "a\"b*"));
        assertThat(run.out())
                .contains("<sign> <契約 書.txt> <> <a\"b*>")
                .contains("in " + elsewhere.toRealPath())
                .contains(root.toRealPath() + "/cli/target/openmyna-cli-1.jar:");
    }

    @Test
    void newer_sources_and_deleted_sources_are_built_again_and_tests_alone_are_not()
            throws Exception {
        run("--version");
        source("kernel/src/test/java/ATest.java");
        run("--version");
        assertThat(mavenCalls()).hasSize(1);
        source("kernel/src/main/java/B.java");
        assertThat(run("--version").err()).contains("newer");
        assertThat(mavenCalls()).hasSize(2);
        Files.delete(root.resolve("kernel/src/main/java/B.java"));
        run("--version");
        assertThat(mavenCalls()).hasSize(3);
    }

    @Test
    void first_uses_at_once_build_once() throws Exception {
        useFourTimesAtOnce(Map.of());
    }

    @Test
    void first_uses_at_once_build_once_where_there_is_no_flock() throws Exception {
        Files.deleteIfExists(tools().resolve("flock"));
        useFourTimesAtOnce(Map.of("PATH", tools().toString()));
        assertThat(root.resolve("target/openmyna/lock.d")).doesNotExist();
    }

    private void useFourTimesAtOnce(Map<String, String> environment) throws Exception {
        List<Started> processes = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            processes.add(start(root.resolve("openmyna"), root, environment, "--version"));
        }
        for (Started process : processes) {
            assertThat(finish(process).exit()).isZero();
        }
        assertThat(mavenCalls()).containsExactly("package");
    }

    @Test
    void a_killed_build_is_repeated_from_nothing() throws Exception {
        run("--version");
        source("kernel/src/main/java/B.java");
        Files.createFile(root.resolve("hang"));
        Process process = start(root.resolve("openmyna"), root, Map.of(), "--version").process();
        while (!Files.exists(root.resolve("hanging")) || Files.size(root.resolve("hanging")) == 0) {
            assertThat(process.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
        }
        long maven = Long.parseLong(Files.readString(root.resolve("hanging")).strip());
        process.destroyForcibly();
        ProcessHandle.of(maven).ifPresent(ProcessHandle::destroyForcibly);
        process.waitFor();
        Files.delete(root.resolve("hang"));
        Path half = Files.createDirectories(root.resolve("kernel/target")).resolve("Half.class");
        Files.createFile(half);
        assertThat(run("--version").exit()).isZero();
        assertThat(half).doesNotExist();
        assertThat(mavenCalls()).hasSize(3);
    }

    @Test
    void a_failed_build_shows_the_errors_and_is_tried_again() throws Exception {
        Files.createFile(root.resolve("broken"));
        Run failed = run("--version");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("a semicolon is missing", "build.log");
        Files.delete(root.resolve("broken"));
        assertThat(run("--version").exit()).isZero();
    }

    /** A Java that becomes ready, records what it is told to record, and stays while it may. */
    private void javaThatServes() throws IOException {
        executable(
                jdk.resolve("bin/java"),
                """
                echo "$*" >>'%1$s/java-calls'
                for word; do case $word in -XX:AOTCacheOutput=*/start.aot) echo classes >"${word#*=}" ;; esac; done
                [ -z "${OPENMYNA_READY:-}" ] || : >"$OPENMYNA_READY"
                while [ -n "${OPENMYNA_READY:-}" ] && [ -e '%1$s/serve' ]; do sleep 0.1; done
                """
                        .formatted(root));
    }

    private void await(Path file) throws InterruptedException {
        for (int n = 0; n < 300 && !Files.exists(file); n++) TimeUnit.MILLISECONDS.sleep(100);
        assertThat(file).exists();
    }

    @Test
    void beside_the_first_server_that_is_ready_another_rehearses_and_the_next_start_is_faster()
            throws Exception {
        run("--version");
        javaThatServes();
        Path serve = Files.createFile(root.resolve("serve"));
        Started first = start(root.resolve("openmyna"), root, Map.of(), "start", "--port=1");
        await(root.resolve("target/openmyna/start.aot"));
        Files.delete(serve);
        assertThat(finish(first).exit()).isZero();
        assertThat(run("start").err()).isEmpty();
        List<String> calls = Files.readAllLines(root.resolve("java-calls"));
        assertThat(calls.getFirst()).contains("-XX:AOTCache=").contains("classes.aot");
        assertThat(calls.get(1)).contains("start.aot", "--rehearsal");
        assertThat(calls.getLast()).contains("-XX:AOTCache=").contains("start.aot");
        try (var left = Files.list(root.resolve("target/openmyna"))) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("ready."));
        }
    }

    @Test
    void another_jdk_is_passed_over_whatever_its_folder_is_called() throws Exception {
        Path old = jdk("jdk-25-says-the-folder", "17.0.15");
        Run run =
                finish(
                        start(
                                root.resolve("openmyna"),
                                root,
                                Map.of("JAVA_HOME", old.toString()),
                                "x"));
        assertThat(run.out()).doesNotContain("java " + old);
    }

    @Test
    void test_counts_what_was_run_and_what_was_left_out() throws Exception {
        Run run = runTest(Map.of());
        assertThat(run.err()).contains("3 tests, 0 failed, 1 left out");
        assertThat(run.exit()).isZero();
        assertThat(mavenCalls()).containsExactly("verify");
        run("--version");
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void test_fails_when_maven_fails() throws Exception {
        Files.createFile(root.resolve("broken"));
        Run run = runTest(Map.of());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("a semicolon is missing", "not reached: trust verifier", "test.log");
    }

    @Test
    void a_missing_tool_is_named_and_is_no_pass_in_continuous_integration() throws Exception {
        Files.delete(tools().resolve("opensc-tool"));
        Files.delete(tools().resolve("openssl"));
        Files.delete(tools().resolve("pdfsig"));
        Files.delete(tools().resolve("opj_dump"));
        Run here = runTest(Map.of());
        assertThat(here.exit()).isZero();
        assertThat(here.err())
                .contains(
                        "missing",
                        "opensc",
                        "openssl",
                        "poppler-utils",
                        "libopenjp2-tools",
                        "left out");
        Run there = runTest(Map.of("CI", "true"));
        assertThat(there.exit()).isEqualTo(1);
        assertThat(there.err()).contains("CI=true");
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void root_on_debian_gets_the_missing_packages() throws Exception {
        assumeTrue(Files.exists(Path.of("/etc/debian_version")));
        Files.delete(tools().resolve("pkcs11-tool"));
        executable(tools().resolve("id"), "echo 0");
        executable(
                tools().resolve("apt-get"),
                "echo \"$*\" >>'%1$s/apt'; case $1 in install) : >'%1$s/pkcs11-tool'; chmod +x '%1$s/pkcs11-tool' ;; esac"
                        .formatted(tools()));
        assertThat(runTest(Map.of()).exit()).isZero();
        List<String> calls = Files.readAllLines(tools().resolve("apt"));
        assertThat(calls.getFirst()).isEqualTo("update");
        assertThat(calls.getLast()).startsWith("install -y").contains(" opensc");
    }

    @Test
    void wrong_usage_of_test_has_its_own_exit_code() throws Exception {
        assertThat(run("test", "--al").exit()).isEqualTo(2);
        assertThat(run("test", "--help").exit()).isZero();
        assertThat(root.resolve("maven-calls")).doesNotExist();
    }

    /** With a PATH of its own, so that no real package manager is ever reached. */
    private Run runTest(Map<String, String> environment) throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", tools().toString());
        return finish(start(root.resolve("openmyna"), root, all, "test"));
    }

    private Path tools() throws IOException {
        Path tools = folder.resolve("tools");
        if (Files.exists(tools)) return tools;
        Files.createDirectories(tools);
        for (String name : USED_BY_THE_SCRIPT) {
            for (String directory : List.of("/usr/bin/", "/bin/")) {
                if (Files.exists(Path.of(directory, name))) {
                    executable(tools.resolve(name), "exec " + directory + name + " \"$@\"");
                }
            }
        }
        for (String name : USED_BY_THE_TESTS) {
            executable(tools.resolve(name), "exit 0");
        }
        executable(tools.resolve("id"), "echo 1000");
        return tools;
    }

    private Run run(String... arguments) throws Exception {
        return finish(start(root.resolve("openmyna"), root, Map.of(), arguments));
    }

    private Started start(
            Path launcher, Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile(folder, "err", "");
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("CI", "OPENMYNA_BUILT", "OPENMYNA_JAVA_OPTS"));
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().putAll(environment);
        return new Started(builder.redirectError(err.toFile()).start(), err);
    }

    private static Run finish(Started started) throws Exception {
        String out = new String(started.process().getInputStream().readAllBytes(), UTF_8);
        assertThat(started.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(started.process().exitValue(), out, Files.readString(started.err()));
    }

    private List<String> mavenCalls() throws IOException {
        return Files.readAllLines(root.resolve("maven-calls"));
    }

    private void source(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/javac"), "exit 0");
        executable(
                home.resolve("bin/java"),
                "echo \"java %s in $(pwd)\"\nfor argument; do printf '<%%s> ' \"$argument\"; done"
                        .formatted(home));
        return home;
    }

    private void script(String name, String body) throws IOException {
        executable(root.resolve(name), body);
    }

    private static void executable(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

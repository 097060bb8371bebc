package org.openmyna.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link UserProgram} in a JVM of its own, seen from outside. */
final class User implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private User(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.US_ASCII);
    }

    static User starts(Path folder, String what) throws IOException {
        return run(command(folder, what, System.getProperty("java.class.path")));
    }

    /** As a program that brings no logging library. */
    static User opensWithoutLogback(Path folder) throws IOException {
        String classPath =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(jar -> !jar.contains("logback"))
                        .collect(Collectors.joining(File.pathSeparator));
        return run(command(folder, "open", classPath));
    }

    /** As root in a place where nobody may make another user namespace. */
    static User startsWithoutNamespaces(Path folder) throws IOException {
        String forbid = "echo 0 > /proc/sys/user/max_user_namespaces; exec \"$@\"";
        return run(
                Stream.concat(
                                Stream.of("unshare", "-Ur", "sh", "-c", forbid, "sh"),
                                command(folder, "stay", System.getProperty("java.class.path"))
                                        .stream())
                        .toList());
    }

    private static List<String> command(Path folder, String what, String classPath) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.io.tmpdir=" + folder.toAbsolutePath().getParent(),
                "-cp",
                classPath,
                UserProgram.class.getName(),
                folder.toString(),
                what);
    }

    private static User run(List<String> command) throws IOException {
        return new User(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The next line of what it prints, whether meant or not; "" at its end. */
    String tells() throws IOException {
        String line = out.readLine();
        return line == null ? "" : line;
    }

    /** Everything it told that was on its way when it was killed. */
    List<String> killed() throws IOException, InterruptedException {
        // Through its handle: Process itself would close the stream we still read.
        process.toHandle().destroyForcibly();
        List<String> rest = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            rest.add(line);
        }
        process.waitFor();
        return rest;
    }

    /** Leaves by itself. */
    String leaves() throws IOException, InterruptedException {
        process.getOutputStream().close();
        String said = tells();
        process.waitFor();
        return said;
    }

    /** SIGTERM: only its shutdown hook runs. */
    void isTerminated() throws InterruptedException {
        process.toHandle().destroy();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}

package org.openmyna.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The folder of an embedded server, seen from outside. */
record EmbeddedFolder(Path folder) {
    private static final Duration LONG = Duration.ofSeconds(30);

    Path data() {
        return folder.resolve("data");
    }

    boolean isRunning() throws IOException {
        return Postmaster.living(folder.toRealPath().resolve("data")).isPresent();
    }

    long serverPid() throws IOException {
        return Postmaster.living(folder.toRealPath().resolve("data")).orElseThrow().pid();
    }

    /** kill -9, and it is dead when this returns. */
    void killServer() throws IOException {
        long pid = serverPid();
        Path data = folder.toRealPath().resolve("data");
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        if (!Patience.until(LONG, () -> !ServerProcess.lives(pid, data))) {
            throw new AssertionError("the server outlives a kill");
        }
    }

    /** What a dead server leaves, but naming this process. */
    void leavePidFileOf(long pid) throws IOException {
        String lines =
                pid + "\n" + data() + "\n1\n5432\n\n127.0.0.1\n        1         1\nready   \n";
        Files.write(Postmaster.file(data()), lines.getBytes(StandardCharsets.US_ASCII));
    }

    /** Waits for what another process does to the folder. */
    static void await(BooleanSupplier condition) {
        if (!Patience.until(LONG, condition)) {
            throw new AssertionError("did not come true");
        }
    }
}

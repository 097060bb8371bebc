package org.openmyna.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of an embedded PostgreSQL, seen by somebody who wants to hurt it. */
record PostgresFolder(Path folder) {

    /** The process that all others of the server come from. */
    ProcessHandle postmaster() throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                        .getFirst()
                        .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Signal 9; it is dead when this returns. */
    void kill() throws IOException {
        ProcessHandle postmaster = postmaster();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }
}

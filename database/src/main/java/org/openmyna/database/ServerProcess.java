package org.openmyna.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Processes of the operating system that may belong to a server. */
final class ServerProcess {
    private static final Path PROC = Path.of("/proc");
    private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/stat"));

    private ServerProcess() {}

    /**
     * Whether a process works for the server of this data folder. A zombie does not, and a pid that
     * somebody else got meanwhile does not.
     */
    static boolean lives(long pid, Path data) {
        if (!HAS_PROC) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .map(process -> process.info().command().orElse("postgres"))
                    .filter(command -> command.endsWith("postgres"))
                    .isPresent();
        }
        Path process = PROC.resolve(Long.toString(pid));
        return !isZombie(process) && worksIn(process, data) && isPostgres(process);
    }

    /**
     * A dead server's children end by themselves, but not while they compute; until they have, no
     * new server may start. They cannot finish anything any more.
     *
     * @return whether any was left
     */
    static boolean endOrphans(Path data) {
        if (!HAS_PROC) {
            return false;
        }
        long left =
                ProcessHandle.allProcesses()
                        .filter(process -> lives(process.pid(), data))
                        .peek(ProcessHandle::destroyForcibly)
                        .count();
        return left > 0;
    }

    /** {@code pid (name) state …}; the name may hold anything. */
    private static boolean isZombie(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state == 'Z' || state == 'X';
        } catch (IOException e) {
            // It ended while we looked, or we may open no more files: alive as far as we know.
            return !Files.exists(process);
        }
    }

    /** Each process of a server works in the data folder. */
    private static boolean worksIn(Path process, Path data) {
        return link(process.resolve("cwd")).filter(data::equals).isPresent();
    }

    private static boolean isPostgres(Path process) {
        return link(process.resolve("exe"))
                .map(Path::getFileName)
                .filter(name -> name.toString().startsWith("postgres"))
                .isPresent();
    }

    private static Optional<Path> link(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (IOException e) {
            // Gone, or another user's.
            return Optional.empty();
        }
    }
}

package org.openmyna.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The running server, as its file {@code postmaster.pid} tells: pid, data folder, start, port,
 * socket folder, address, shared memory, state, one line each; later lines appear while it starts.
 */
record Postmaster(long pid, int port, State state) {
    enum State {
        STARTING,
        READY,
        STOPPING
    }

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /**
     * @return nothing if there is no such file, or the process it names is dead, a zombie, or not
     *     the server of this folder
     * @throws UncheckedIOException if that cannot be found out; then nobody may believe it is dead
     */
    static Optional<Postmaster> living(Path data) {
        return read(data).filter(postmaster -> ServerProcess.lives(postmaster.pid(), data));
    }

    private static Optional<Postmaster> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(file(data));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            return Optional.of(
                    new Postmaster(
                            Math.abs(Long.parseLong(lines.get(0).strip())),
                            Integer.parseInt(lines.get(3).strip()),
                            state(lines.size() < 8 ? "" : lines.get(7).strip())));
        } catch (NoSuchFileException | NumberFormatException e) {
            // Not there, or torn by a full disk.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static State state(String word) {
        return switch (word) {
            case "ready", "standby" -> State.READY;
            case "stopping" -> State.STOPPING;
            default -> State.STARTING;
        };
    }
}

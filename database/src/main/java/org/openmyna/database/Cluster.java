package org.openmyna.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of an embedded server: {@code data}, {@code superuser.password}, {@code server.log},
 * the port it had last, and two files to lock.
 */
final class Cluster {
    static final String SUPERUSER = "openmyna";

    private static final String UNFINISHED = "initdb-";
    private static final long LOG_LIMIT = 10_000_000;

    private final Path folder;
    private final SuperuserPassword password;

    private Cluster(Path folder) {
        this.folder = folder;
        this.password =
                new SuperuserPassword(folder.resolve("superuser.password"), new SecureRandom());
    }

    /** The folder is made, not what is in it. */
    static Cluster in(Path folder) {
        try {
            OwnerOnly.folder(folder);
            return new Cluster(folder.toRealPath());
        } catch (IOException e) {
            throw new FolderNotUsable(folder.toString(), e);
        }
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    Path usersLock() {
        return folder.resolve("users.lock");
    }

    Path startLock() {
        return folder.resolve("start.lock");
    }

    SuperuserPassword password() {
        return password;
    }

    /**
     * Makes the data if it is not there. Under the start lock. The data is made beside its place:
     * {@code data} exists only when it is complete.
     *
     * @param durable false: not synced to the disk, for what is thrown away
     */
    void makeIfAbsent(Programs programs, boolean durable) throws IOException {
        if (Files.exists(data())) {
            mustBeOurVersion();
            password.read();
            return;
        }
        deleteUnfinished();
        password.drawIfAbsent();
        Path fresh = Files.createTempDirectory(folder, UNFINISHED);
        try {
            Programs.Ending ending =
                    programs.initdb(folder, initdbArguments(fresh, password.file(), durable));
            if (ending.code() != 0) {
                throw new ClusterNotMade(folder.toString(), ending.reason());
            }
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.syncFolder(folder);
        } finally {
            OwnerOnly.deleteTree(fresh);
        }
    }

    private static List<String> initdbArguments(Path fresh, Path passwordFile, boolean durable) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--pgdata=" + fresh,
                                "--username=" + SUPERUSER,
                                "--pwfile=" + passwordFile,
                                "--auth=scram-sha-256",
                                "--data-checksums",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--no-instructions"));
        arguments.add(durable ? "--sync-method=" + Settings.syncMethod() : "--no-sync");
        Settings.laptop().forEach((name, value) -> arguments.add("--set=" + name + "=" + value));
        return arguments;
    }

    private void mustBeOurVersion() throws IOException {
        String found = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!found.equals(Binaries.majorVersion())) {
            throw new OtherMajorVersion(folder.toString(), found, Binaries.majorVersion());
        }
    }

    /** What killed programs left; an initdb that still runs without its program may fill it on. */
    private void deleteUnfinished() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path unfinished : left) {
                try {
                    OwnerOnly.deleteTree(unfinished);
                } catch (DirectoryNotEmptyException e) {
                    // Being filled at this moment: the next program deletes it.
                }
            }
        }
    }

    /** The port it had last, so that addresses given to others stay true; 0 if none. */
    int lastPort() throws IOException {
        Path file = folder.resolve("port");
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    void rememberPort(int port) throws IOException {
        OwnerOnly.write(
                folder.resolve("port"), Integer.toString(port).getBytes(StandardCharsets.US_ASCII));
    }

    /** One old log is kept. */
    void turnLog() throws IOException {
        OwnerOnly.createIfAbsent(log());
        if (Files.size(log()) > LOG_LIMIT) {
            Files.move(
                    log(),
                    folder.resolve("server.log.1"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.createIfAbsent(log());
        }
    }
}

package org.openmyna.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs initdb and pg_ctl and waits for their end. */
final class Programs {
    private final Path home;
    private final List<String> prefix;

    /** What a program said, and how it ended. */
    record Ending(int code, String said) {
        /** The last line is the reason, if it failed. */
        String reason() {
            return said.lines()
                    .filter(line -> !line.isBlank())
                    .reduce((before, last) -> last)
                    .orElse("exit code " + code);
        }
    }

    private Programs(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /**
     * PostgreSQL refuses to be root, or a user without a name; in a user namespace of its own it is
     * nobody, and may still use our files.
     *
     * @throws UserNamespacesForbidden if we are such a user and may not make such a namespace
     */
    static Programs of(Binaries binaries) {
        Path home = binaries.unpacked();
        if (mayRunPostgres(new UnixSystem())) {
            return new Programs(home, List.of());
        }
        List<String> unshare = List.of("unshare", "-U");
        Ending tried;
        try {
            tried = run(Stream.concat(unshare.stream(), Stream.of("true")).toList(), home);
        } catch (IOException e) {
            throw new UserNamespacesForbidden(String.valueOf(e.getMessage()));
        }
        if (tried.code() != 0) {
            throw new UserNamespacesForbidden(tried.reason());
        }
        return new Programs(home, unshare);
    }

    /** Not root; and somebody with a name, which a container's user may lack. */
    private static boolean mayRunPostgres(UnixSystem we) {
        String name = we.getUsername();
        return we.getUid() != 0 && name != null && !name.isEmpty();
    }

    Ending initdb(Path workFolder, List<String> arguments) throws IOException {
        return call("initdb", workFolder, arguments);
    }

    Ending pgCtl(Path workFolder, List<String> arguments) throws IOException {
        return call("pg_ctl", workFolder, arguments);
    }

    private Ending call(String program, Path workFolder, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return run(command, workFolder);
    }

    private static Ending run(List<String> command, Path workFolder) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(workFolder.toFile())
                        .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ending(process.waitFor(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            return new Ending(-1, "interrupted");
        }
    }
}

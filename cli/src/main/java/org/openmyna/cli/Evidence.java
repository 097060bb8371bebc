package org.openmyna.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The artefacts of a demo in one folder, and a script {@code check.sh} with every outside command
 * that checks them again.
 */
final class Evidence {
    private record Check(String what, List<String> command, boolean mustSucceed) {}

    private final Path directory;
    private final List<Check> checks = new ArrayList<>();
    private final List<Check> checksWithCard = new ArrayList<>();

    private final boolean kept;

    /**
     * @param kept whether the folder outlives the demo
     */
    Evidence(Path directory, boolean kept) {
        this.directory = directory;
        this.kept = kept;
        try {
            Files.createDirectories(directory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path directory() {
        return directory;
    }

    /** Keeps an artefact under this name, in one piece or several. */
    void keep(String name, byte[]... pieces) {
        try (OutputStream file = Files.newOutputStream(directory.resolve(name))) {
            for (byte[] piece : pieces) file.write(piece);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What an outside program left in the folder; empty if it left nothing. */
    Optional<byte[]> read(String name) {
        try {
            Path file = directory.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps a command that proves something; it must succeed, or, for a refusal, must fail. */
    void check(String what, List<String> command, boolean mustSucceed) {
        checks.add(new Check(what, List.copyOf(command), mustSucceed));
    }

    boolean isKept() {
        return kept;
    }

    /** Keeps a command that needs the card in a reader. */
    void checkWithCard(String what, List<String> command) {
        checksWithCard.add(new Check(what, List.copyOf(command), true));
    }

    /** Writes the script; run in its folder, it ends with 0 if every command did what it must. */
    void writeScript() {
        var script = new StringBuilder("#!/bin/sh\n# TEST / 試験用. Checks every artefact again.\n");
        script.append("cd \"$(dirname \"$0\")\" || exit 2\nfailed=0\n");
        script.append("check() { if \"$@\" >/dev/null 2>&1; then echo \"ok    $*\"; ");
        script.append("else echo \"WRONG $*\"; failed=1; fi; }\n");
        script.append("refuse() { if \"$@\" >/dev/null 2>&1; then echo \"WRONG $*\"; failed=1; ");
        script.append("else echo \"ok    (refused) $*\"; fi; }\n");
        checks.forEach(check -> append(script, check));
        script.append("\n# With OPENMYNA=/path/to/openmyna the card itself is looked at again.\n");
        script.append("if [ -n \"$OPENMYNA\" ]; then\n");
        script.append("\"$OPENMYNA\" card insert --data country ichiro || failed=1\n");
        checksWithCard.forEach(check -> append(script, check));
        script.append("\"$OPENMYNA\" card eject --data country ichiro\nfi\n");
        script.append("\nexit $failed\n");
        Path file = directory.resolve("check.sh");
        try {
            Files.writeString(file, script);
            var unused = file.toFile().setExecutable(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void append(StringBuilder script, Check check) {
        script.append("\n# ").append(check.what).append('\n');
        script.append(check.mustSucceed ? "check " : "refuse ").append(quoted(check.command));
        script.append('\n');
    }

    private static String quoted(List<String> command) {
        return command.stream()
                .map(word -> word.matches("[A-Za-z0-9_./:=@+-]+") ? word : "'" + word + "'")
                .collect(Collectors.joining(" "));
    }
}

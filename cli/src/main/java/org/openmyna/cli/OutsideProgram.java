package org.openmyna.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that nobody here wrote, found on this machine, run with a time limit. */
record OutsideProgram(String name, Path path) {
    private static final int LIMIT_SECONDS = 20;

    /** What it printed, both streams together, and how it ended. */
    record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** Looks the program up on the PATH. */
    static Optional<OutsideProgram> find(String name) {
        String search = System.getenv().getOrDefault("PATH", "/usr/bin");
        return Stream.of(search.split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(path -> new OutsideProgram(name, path));
    }

    /** Runs it in a directory, so that its arguments can be short file names. */
    Result run(Path directory, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(path.toString());
        words.addAll(arguments);
        try {
            Path output = Files.createTempFile("openmyna", ".out");
            Process process =
                    new ProcessBuilder(words)
                            .directory(directory.toFile())
                            .redirectInput(new File("/dev/null"))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) process.destroyForcibly().waitFor();
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            Files.delete(output);
            return new Result(ended ? process.exitValue() : -1, text);
        } catch (IOException broken) {
            return new Result(-1, String.valueOf(broken.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }
}

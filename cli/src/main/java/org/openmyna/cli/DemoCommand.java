package org.openmyna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openmyna demo}: the whole story in a fresh country, each step proved. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--evidence", paramLabel = "DIR", descriptionKey = "option.evidence")
    private @Nullable Path evidence;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (evidence != null) {
            mustBeFree(evidence);
            return tell(new Evidence(evidence.toAbsolutePath(), true));
        }
        Path temporary = Files.createTempDirectory("openmyna-demo");
        try {
            return tell(new Evidence(temporary, false));
        } finally {
            delete(temporary);
        }
    }

    private int tell(Evidence folder) throws InterruptedException {
        return new Demo(surroundings.voice(), folder).tell() ? 0 : 1;
    }

    private static void mustBeFree(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isEmpty()) return;
        } catch (NotDirectoryException aFile) {
            // refused below, like a folder that is in use
        }
        throw new CommandFailed(
                CommandError.VALUE_UNUSABLE,
                Map.of(
                        "option",
                        "--evidence",
                        "value",
                        directory,
                        "expected",
                        "空のフォルダーか、まだない場所 / an empty folder, or a place where nothing is"));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}

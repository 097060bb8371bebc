package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * The compiler of this JDK, as the build calls it for the applets: release 8, with the tables of
 * local variables.
 */
final class Javac {

    static final Path APPLET_SOURCES = Path.of("src/main/java/org/openmyna/card/applets");

    private Javac() {}

    /**
     * Compiles all sources in {@code folder} against the classes in {@code api}; returns where the
     * class files are.
     */
    static Path compile(Path folder, Path api, Path classes) {
        return compile(folder, List.of(api), classes);
    }

    static Path compile(Path folder, List<Path> api, Path classes) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        var options =
                List.of(
                        "--release",
                        "8",
                        "-Xlint:-options",
                        "-proc:none",
                        "-g",
                        "-d",
                        classes.toString(),
                        "-cp",
                        api.stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator)));
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.list(folder)) {
            Files.createDirectories(classes);
            var units = files.getJavaFileObjectsFromPaths(sources.toList());
            boolean compiled = compiler.getTask(messages, files, null, options, null, units).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return classes;
    }
}

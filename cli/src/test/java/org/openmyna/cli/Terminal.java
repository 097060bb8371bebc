package org.openmyna.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Types commands as a user does, on one data folder; files lie on a desk beside it. */
record Terminal(Path data, Path desk) {
    record Said(int exitCode, String out, String err) {
        /** The four digits behind these words. */
        String digitsAfter(String words) {
            int at = out.indexOf(words);
            return out.substring(at + words.length()).strip().substring(0, 4);
        }
    }

    /** With the usual files: pin 1234, password TEST1234, wrong 9999. */
    static Terminal at(Path data, Path desk) {
        var terminal = new Terminal(data, desk);
        terminal.file("pin", "1234\n");
        terminal.file("password", "test1234\n");
        terminal.file("wrong", "9999\n");
        return terminal;
    }

    String file(String name, String content) {
        try {
            return Files.writeString(desk.resolve(name), content).toString();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    String path(String name) {
        return desk.resolve(name).toString();
    }

    Said newCard(String name, String... more) {
        return openmyna(
                words(
                        List.of("card", "new", name),
                        List.of("--pin-file", path("pin"), "--password-file", path("password")),
                        List.of(more)));
    }

    /** {@code openmyna card WORDS --card NAME}. */
    Said card(String name, String... words) {
        return openmyna(words(List.of("card"), List.of(words), List.of("--card", name)));
    }

    @SafeVarargs
    private static String[] words(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> each : lists) all.addAll(each);
        return all.toArray(String[]::new);
    }

    Said openmyna(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                Main.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("LANG", "C.UTF-8", "OPENMYNA_HOME", data.toString()),
                        arguments);
        return new Said(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

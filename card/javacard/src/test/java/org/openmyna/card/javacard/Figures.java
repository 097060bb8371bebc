package org.openmyna.card.javacard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the tests measured: one line each in {@code target/figures.txt}, for whoever wants to quote
 * them.
 */
final class Figures {
    private Figures() {}

    static void note(String what, Object value) {
        try {
            Files.writeString(
                    Path.of("target", "figures.txt"),
                    what + ": " + value + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.openmyna.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.kernel.Pin;

/**
 * Where a PIN comes from: the terminal, a file, standard input, or, with a warning, an argument.
 */
final class PinSource {
    /** One reader for all PINs of a command: the second PIN is the second line. */
    private @Nullable BufferedReader standardInput;

    private final Voice voice;

    PinSource(Voice voice) {
        this.voice = voice;
    }

    /**
     * @param argument the PIN itself as typed behind the option, or null
     * @param file a file whose first line is the PIN, {@code -} for standard input, or null
     * @param fileOption the option that names the file, for the error message
     */
    Pin pin(JpkiKey key, @Nullable String argument, @Nullable String file, String fileOption) {
        if (argument != null) {
            voice.aside("pin.argument.warning", fileOption);
            return of(key, argument.toCharArray());
        }
        if (file != null) return of(key, firstLine(file).toCharArray());
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CommandFailed(CommandError.NO_TERMINAL, Map.of("option", fileOption));
        }
        char[] typed = console.readPassword("%s: ", voice.words("pin.prompt." + key.name()));
        return of(key, typed == null ? new char[0] : typed);
    }

    private static Pin of(JpkiKey key, char[] typed) {
        return switch (key) {
            case USER_AUTHENTICATION -> Pin.fourDigits(typed);
            case SIGNATURE -> Pin.signaturePassword(typed);
        };
    }

    private String firstLine(String file) {
        try {
            String line;
            if (file.equals("-")) {
                if (standardInput == null) {
                    standardInput =
                            new BufferedReader(
                                    new InputStreamReader(System.in, StandardCharsets.UTF_8));
                }
                line = standardInput.readLine();
            } else {
                try (BufferedReader lines = Files.newBufferedReader(Path.of(file))) {
                    line = lines.readLine();
                }
            }
            return line == null ? "" : line.strip();
        } catch (IOException unreadable) {
            throw CommandFailed.unusable(Path.of(file), unreadable);
        }
    }
}

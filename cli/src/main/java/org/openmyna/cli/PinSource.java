package org.openmyna.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.PinReference;
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
        PinReference reference =
                switch (key) {
                    case USER_AUTHENTICATION -> PinReference.USER_AUTHENTICATION;
                    case SIGNATURE -> PinReference.SIGNATURE;
                };
        return pin(reference, argument, file, fileOption);
    }

    /** The same for any PIN that people choose. */
    Pin pin(
            PinReference reference,
            @Nullable String argument,
            @Nullable String file,
            String fileOption) {
        String prompt = voice.words("pin.prompt." + reference.name());
        return of(reference, typed(prompt, argument, file, fileOption));
    }

    /** A new PIN; on a terminal it is asked twice. */
    Pin newPin(
            PinReference reference,
            @Nullable String argument,
            @Nullable String file,
            String fileOption) {
        String name = voice.words("pin.prompt." + reference.name());
        char[] once = typed(voice.words("pin.prompt.new", name), argument, file, fileOption);
        if (argument == null && file == null) {
            char[] again = typed(voice.words("pin.prompt.new-again", name), null, null, fileOption);
            boolean same = Arrays.equals(once, again);
            Arrays.fill(again, '\0');
            if (!same) {
                Arrays.fill(once, '\0');
                throw new CommandFailed(CommandError.NEW_PINS_DIFFER, Map.of());
            }
        }
        return of(reference, once);
    }

    /**
     * A number that is not for everybody's eyes, such as the My Number.
     *
     * @param prompt what the terminal asks
     */
    String number(
            String prompt, @Nullable String argument, @Nullable String file, String fileOption) {
        return new String(typed(prompt, argument, file, fileOption));
    }

    private char[] typed(
            String prompt, @Nullable String argument, @Nullable String file, String fileOption) {
        if (argument != null) {
            voice.aside("pin.argument.warning", fileOption);
            return argument.toCharArray();
        }
        if (file != null) return firstLine(file).toCharArray();
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CommandFailed(CommandError.NO_TERMINAL, Map.of("option", fileOption));
        }
        char[] typed = console.readPassword("%s: ", prompt);
        return typed == null ? new char[0] : typed;
    }

    private static Pin of(PinReference reference, char[] typed) {
        return reference == PinReference.SIGNATURE
                ? Pin.signaturePassword(typed)
                : Pin.fourDigits(typed);
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

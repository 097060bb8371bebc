package org.openmyna.card.chip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whether vpcd listens, without calling it: to vpcd a caller is a card, and in a slot that is in
 * use a caller would wait in the way of the next card.
 */
final class ListeningPorts {
    private static final Path SOCKETS = Path.of("/proc/net/tcp");
    private static final String LISTEN = "0A";

    private ListeningPorts() {}

    /** True as well where the kernel does not tell. */
    static boolean ofBothSlots() {
        if (!Files.isReadable(SOCKETS)) {
            return true;
        }
        try {
            var sockets = Files.readAllLines(SOCKETS);
            return Arrays.stream(ReaderSlot.values())
                    .allMatch(slot -> sockets.stream().anyMatch(line -> listens(line, slot)));
        } catch (IOException untold) {
            return true;
        }
    }

    static String names() {
        return Arrays.stream(ReaderSlot.values())
                .map(slot -> String.valueOf(slot.port()))
                .collect(Collectors.joining(", "));
    }

    /** proc(5): number, local address:port in hexadecimal, remote address:port, state, … */
    private static boolean listens(String line, ReaderSlot slot) {
        String[] fields = line.strip().split("\\s+", -1);
        return fields.length > 3
                && fields[1].endsWith(String.format(Locale.ROOT, ":%04X", slot.port()))
                && fields[3].equals(LISTEN);
    }
}

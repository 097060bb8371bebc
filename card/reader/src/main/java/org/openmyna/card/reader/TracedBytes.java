package org.openmyna.card.reader;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Bytes as a trace keeps them.
 *
 * @param length how many they were
 * @param hex the bytes themselves in capitals, empty if they are hidden or none
 */
public record TracedBytes(int length, Optional<String> hex) {
    static TracedBytes shown(byte[] bytes) {
        return new TracedBytes(
                bytes.length, Optional.of(HexFormat.of().withUpperCase().formatHex(bytes)));
    }

    static TracedBytes hidden(byte[] bytes) {
        return bytes.length == 0 ? shown(bytes) : new TracedBytes(bytes.length, Optional.empty());
    }

    /** Whether there were bytes that the trace does not show. */
    public boolean isHidden() {
        return hex.isEmpty();
    }
}

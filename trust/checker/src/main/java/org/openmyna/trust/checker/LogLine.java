package org.openmyna.trust.checker;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalInt;

/**
 * One line of an exported log: {@code position|event|generation|serial|reason|happened at|point|not
 * after|content|hash}.
 *
 * @param text what the hash covers: the line without its hash
 * @param content SHA-256 of the certificate in hexadecimal digits, or {@code -}
 */
record LogLine(
        long position,
        Event event,
        int generation,
        BigInteger serial,
        OptionalInt reason,
        Instant happenedAt,
        String point,
        Instant notAfter,
        String content,
        String text,
        String hash) {
    private static final int FIELDS = 10;
    private static final String NONE = "-";

    enum Event {
        GENERATION,
        CERTIFIED,
        ACTIVATED,
        REVOKED,
        LIFTED
    }

    static LogLine read(String line) throws Doubt {
        String[] parts = line.split("\\|", -1);
        int hashAt = line.lastIndexOf('|');
        if (parts.length != FIELDS) {
            throw new Doubt("a log line has not ten fields / ログの行の項目が10個でない");
        }
        try {
            return new LogLine(
                    Long.parseLong(parts[0]),
                    Event.valueOf(parts[1]),
                    Integer.parseInt(parts[2]),
                    new BigInteger(parts[3], 16),
                    parts[4].equals(NONE)
                            ? OptionalInt.empty()
                            : OptionalInt.of(Integer.parseInt(parts[4])),
                    Instant.parse(parts[5]),
                    parts[6],
                    Instant.parse(parts[7]),
                    parts[8],
                    line.substring(0, hashAt),
                    parts[9]);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Doubt("an unreadable log line / ログの行が読めない");
        }
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

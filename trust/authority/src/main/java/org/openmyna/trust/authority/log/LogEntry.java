package org.openmyna.trust.authority.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An event with its place in the log.
 *
 * @param position 1, 2, 3 … without a gap
 * @param happenedAt legal time, whole seconds
 * @param hash SHA-256 of the hash of the entry before and of {@link #line()}; 32 bytes
 */
public record LogEntry(long position, StatusEvent event, Instant happenedAt, byte[] hash) {
    /** The hash before the first entry. */
    static final byte[] BEFORE_ALL = new byte[32];

    public LogEntry {
        hash = hash.clone();
    }

    /** The entry that follows one with this hash. */
    static LogEntry following(byte[] before, long position, StatusEvent event, Instant happenedAt) {
        return new LogEntry(
                position, event, happenedAt, chained(before, line(position, event, happenedAt)));
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /**
     * The entry in its one written form, without line end: position, event, generation, serial in
     * hexadecimal, reason, date, point, end, content, divided by {@code |}; a hyphen where there is
     * nothing.
     */
    public String line() {
        return line(position, event, happenedAt);
    }

    boolean follows(byte[] before) {
        return MessageDigest.isEqual(hash, chained(before, line()));
    }

    private static String line(long position, StatusEvent event, Instant happenedAt) {
        return new StringBuilder(160)
                .append(position)
                .append('|')
                .append(event.kind())
                .append('|')
                .append(event.generation())
                .append('|')
                .append(event.serial())
                .append('|')
                .append(event.reason().map(each -> String.valueOf(each.code())).orElse("-"))
                .append('|')
                .append(happenedAt)
                .append('|')
                .append(event.point())
                .append('|')
                .append(event.notAfter())
                .append('|')
                .append(event.content().map(HexFormat.of()::formatHex).orElse("-"))
                .toString();
    }

    private static byte[] chained(byte[] before, String line) {
        MessageDigest digest = Sha256.digest();
        digest.update(before);
        return digest.digest(line.getBytes(StandardCharsets.UTF_8));
    }
}

package org.openmyna.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a form sends, {@code application/x-www-form-urlencoded}. It may hold a PIN: values are
 * handed out as characters that the taker wipes, and the bytes are wiped by {@link #close()}.
 */
final class FormBody implements AutoCloseable {
    private static final int LONGEST = 4096;
    private static final char FULL_WIDTH_ZERO = '０';

    private final byte[] bytes;

    private FormBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** At most {@link #LONGEST} bytes are read; more is no form of ours, and counts as none. */
    static FormBody read(InputStream body) throws IOException {
        byte[] buffer = new byte[LONGEST + 1];
        int length = body.readNBytes(buffer, 0, buffer.length);
        byte[] read = length > LONGEST ? new byte[0] : Arrays.copyOf(buffer, length);
        Arrays.fill(buffer, (byte) 0);
        return new FormBody(read);
    }

    /** A value that is no secret; empty if there is none. */
    String text(String name) {
        return new String(secret(name));
    }

    /** Digits that somebody typed, full width or not; the caller wipes them. */
    char[] digits(String name) {
        char[] typed = secret(name);
        for (int at = 0; at < typed.length; at++) {
            if (typed[at] >= FULL_WIDTH_ZERO && typed[at] <= '９') {
                typed[at] = (char) (typed[at] - FULL_WIDTH_ZERO + '0');
            }
        }
        return typed;
    }

    private char[] secret(String name) {
        byte[] key = (name + "=").getBytes(StandardCharsets.US_ASCII);
        for (int from = 0; from < bytes.length; ) {
            int end = from;
            while (end < bytes.length && bytes[end] != '&') end++;
            if (startsWith(key, from, end)) return decoded(from + key.length, end);
            from = end + 1;
        }
        return new char[0];
    }

    private boolean startsWith(byte[] key, int from, int end) {
        return end - from >= key.length
                && Arrays.equals(bytes, from, from + key.length, key, 0, key.length);
    }

    /** What is not well-formed becomes a sign that nobody types. */
    private char[] decoded(int from, int end) {
        byte[] plain = new byte[end - from];
        int length = 0;
        for (int at = from; at < end; at++) {
            if (bytes[at] == '%' && at + 2 < end && hex(at + 1) >= 0 && hex(at + 2) >= 0) {
                plain[length++] = (byte) (hex(at + 1) << 4 | hex(at + 2));
                at += 2;
            } else {
                plain[length++] = bytes[at] == '+' ? (byte) ' ' : bytes[at];
            }
        }
        CharBuffer text = CharBuffer.allocate(length + 1);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(plain, 0, length), text, true);
        char[] value = Arrays.copyOf(text.array(), text.position());
        Arrays.fill(text.array(), '\0');
        Arrays.fill(plain, (byte) 0);
        return value;
    }

    private int hex(int at) {
        return Character.digit(bytes[at], 16);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}

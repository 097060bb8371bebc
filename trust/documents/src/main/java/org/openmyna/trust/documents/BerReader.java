package org.openmyna.trust.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks through a BER value (X.690 8) as it streams in, definite or indefinite lengths, of any
 * size. It keeps only the elements it is asked for, and those have a fixed room together; nesting
 * has a fixed depth. So neither a large file nor a hostile one costs memory.
 *
 * <p>An {@link IOException} is always one of the caller's streams.
 */
final class BerReader {
    /** What {@link #peek} answers at the end of the value that was opened last. */
    static final int END = -1;

    private static final int CONSTRUCTED = 0x20;
    private static final int DEEPEST = 40;
    private static final long INDEFINITE = -1;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    /** The file breaks a rule of BER or of this reader; the message names it in a few words. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String rule) {
            super(rule, null, false, false);
        }
    }

    /**
     * A value that was opened.
     *
     * @param limit where the innermost definite length around here ends
     */
    private record Open(boolean indefinite, long limit) {}

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private final Deque<Open> open = new ArrayDeque<>();
    private long position;
    private int next = -2;
    private int room;
    private boolean keeping;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /**
     * @param room for all elements that are kept, in bytes
     */
    BerReader(InputStream in, int room) {
        this.in = in;
        this.room = room;
    }

    /** The tag that comes next, or {@link #END}. */
    int peek() throws IOException, Broken {
        Open around = open.peek();
        if (around != null && !around.indefinite() && position == around.limit()) return END;
        int tag = look();
        if (tag == 0 && around != null && around.indefinite()) return END;
        return tag;
    }

    /** Steps into a constructed value with this tag. */
    void open(int tag) throws IOException, Broken {
        if (peek() != tag) throw new Broken("unexpected tag");
        take();
        openValue(length());
    }

    /** Steps out of the value that was opened last, which must be used up. */
    void close() throws IOException, Broken {
        if (peek() != END) throw new Broken("more than expected");
        if (open.pop().indefinite()) {
            take();
            if (take() != 0) throw new Broken("end of contents");
        }
    }

    /** The next element as a whole, tag and length included. */
    byte[] element() throws IOException, Broken {
        kept.reset();
        keeping = true;
        value(0);
        keeping = false;
        return kept.toByteArray();
    }

    /** Passes an octet string on, whether it is in one piece or in many (X.690 8.7.3). */
    void octetString(OutputStream out) throws IOException, Broken {
        octetString(out, 0);
    }

    private void octetString(OutputStream out, int depth) throws IOException, Broken {
        if (depth > DEEPEST) throw new Broken("nested too deeply");
        int tag = peek();
        if (tag != 0x04 && tag != 0x24) throw new Broken("not an octet string");
        take();
        long length = length();
        if (tag == 0x04) {
            contents(length, out);
            return;
        }
        openValue(length);
        while (peek() != END) octetString(out, depth + 1);
        close();
    }

    /** Nothing but zeros up to the end of the stream: the padding of signature fields. */
    void onlyZerosFollow() throws IOException, Broken {
        for (int octet = in.read(); octet >= 0; octet = in.read())
            if (octet != 0) throw new Broken("something follows");
    }

    private void value(int depth) throws IOException, Broken {
        if (depth > DEEPEST) throw new Broken("nested too deeply");
        int tag = peek();
        if (tag == END || (tag & 0x1F) == 0x1F) throw new Broken("unexpected tag");
        take();
        long length = length();
        if ((tag & CONSTRUCTED) == 0) {
            contents(length, OutputStream.nullOutputStream());
            return;
        }
        openValue(length);
        while (peek() != END) value(depth + 1);
        close();
    }

    private void openValue(long length) throws Broken {
        long limit = limit();
        if (length != INDEFINITE) {
            if (length > limit - position) throw new Broken("longer than what holds it");
            limit = position + length;
        }
        open.push(new Open(length == INDEFINITE, limit));
    }

    private long limit() {
        Open around = open.peek();
        return around == null ? NO_LIMIT : around.limit();
    }

    private long length() throws IOException, Broken {
        int first = take();
        if (first < 0x80) return first;
        if (first == 0x80) return INDEFINITE;
        int octets = first - 0x80;
        if (octets > 8) throw new Broken("length");
        long length = 0;
        for (int i = 0; i < octets; i++) length = length << 8 | take();
        if (length < 0) throw new Broken("length");
        return length;
    }

    private void contents(long length, OutputStream out) throws IOException, Broken {
        if (length == INDEFINITE) throw new Broken("primitive of indefinite length");
        if (length > limit() - position) throw new Broken("longer than what holds it");
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) throw new Broken("truncated");
            position += count;
            left -= count;
            keep(buffer, count);
            out.write(buffer, 0, count);
        }
    }

    private int look() throws IOException, Broken {
        if (next == -2) next = in.read();
        if (next < 0) throw new Broken("truncated");
        return next;
    }

    private int take() throws IOException, Broken {
        if (position >= limit()) throw new Broken("longer than what holds it");
        int octet = look();
        next = -2;
        position++;
        keep(new byte[] {(byte) octet}, 1);
        return octet;
    }

    private void keep(byte[] octets, int count) throws Broken {
        if (!keeping) return;
        room -= count;
        if (room < 0) throw new Broken("too large");
        kept.write(octets, 0, count);
    }
}

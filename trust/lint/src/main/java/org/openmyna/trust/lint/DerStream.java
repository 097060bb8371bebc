package org.openmyna.trust.lint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Strict DER of any length, one element at a time. */
final class DerStream {
    private static final int BUFFER = 64 * 1024;
    private static final int MOST_HEADER = 10;

    private final BufferedInputStream in;
    private long left;

    /**
     * @param length how many bytes to read; the stream may have more
     */
    DerStream(InputStream in, long length) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.left = length;
    }

    long left() {
        return left;
    }

    /** Tag of the next element; -1 at the end. */
    int tag() throws IOException {
        if (left == 0) {
            return -1;
        }
        in.mark(1);
        int tag = in.read();
        in.reset();
        return tag;
    }

    /** Steps into the next element and tells how long its content is. */
    long enter(int tag, String what) throws IOException, DerMalformed {
        if (tag() != tag) {
            throw new DerMalformed(what + ", tag " + Der.hex(tag), "tag " + Der.hex(tag()));
        }
        return header(what).length();
    }

    private record Header(byte[] bytes, int size, long length) {}

    private Header header(String what) throws IOException, DerMalformed {
        byte[] bytes = new byte[MOST_HEADER];
        bytes[0] = (byte) next(what);
        bytes[1] = (byte) next(what);
        int octets = bytes[1] >= 0 ? 0 : bytes[1] & 0x7F;
        if ((bytes[0] & 0x1F) == 0x1F || bytes[1] == (byte) 0x80 || octets > 7) {
            throw new DerMalformed(what, "a long tag, or an indefinite or huge length");
        }
        long length = octets == 0 ? bytes[1] : 0;
        for (int i = 0; i < octets; i++) {
            bytes[2 + i] = (byte) next(what);
            length = length << 8 | (bytes[2 + i] & 0xFF);
        }
        boolean shortest = octets == 0 || length >= 0x80 && length >>> (8 * (octets - 1)) != 0;
        if (!shortest) {
            throw new DerMalformed(what, "a length not in its shortest form");
        }
        if (length > left) {
            throw new DerMalformed(what, "an element longer than what holds it");
        }
        return new Header(bytes, 2 + octets, length);
    }

    private int next(String what) throws IOException, DerMalformed {
        int read = left > 0 ? in.read() : -1;
        if (read < 0) {
            throw new DerMalformed(what, "the end");
        }
        left--;
        return read;
    }

    /** The next element as a whole, which is at most so long. */
    Der element(int most, String what) throws IOException, DerMalformed {
        Header header = header(what);
        if (header.length() > most) {
            throw new DerMalformed(what + ", at most " + most + " bytes", "" + header.length());
        }
        byte[] whole = new byte[header.size() + (int) header.length()];
        System.arraycopy(header.bytes(), 0, whole, 0, header.size());
        int read = in.readNBytes(whole, header.size(), (int) header.length());
        left -= read;
        if (read < header.length()) {
            throw new DerMalformed(what, "the end");
        }
        return Der.over(whole);
    }
}

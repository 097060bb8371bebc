package org.openmyna.trust.profile;

/**
 * As {@link DerReader}, for what is too long for an array: steps over elements and enters them, and
 * hands out the small ones.
 */
final class DerCursor {
    private static final int MAX_FIELD = 1 << 16;

    private final ListBytes in;
    private final long end;
    private long position;

    private DerCursor(ListBytes in, long start, long end) {
        this.in = in;
        this.position = start;
        this.end = end;
    }

    static DerCursor over(ListBytes in) {
        return new DerCursor(in, 0, in.length());
    }

    long position() {
        return position;
    }

    long end() {
        return end;
    }

    void mustEnd(String where) {
        if (position != end) {
            throw new DerFault(where + ": more than expected");
        }
    }

    /** The tag that comes next, or -1 at the end. */
    int peek() {
        return position < end ? in.at(position) : -1;
    }

    /** Steps over one SEQUENCE and answers a cursor in its contents. */
    DerCursor sequence(String what) {
        if (peek() != DerReader.SEQUENCE) {
            throw new DerFault(what + ": not a SEQUENCE");
        }
        return next(what);
    }

    /** The next elements as they stand, whatever they are; short ones, for they are copied. */
    byte[] elements(int count, String what) {
        long start = position;
        for (int n = 0; n < count; n++) {
            if (peek() < 0) {
                throw new DerFault(what + ": missing");
            }
            next(what);
        }
        if (position - start > MAX_FIELD) {
            throw new DerFault(what + ": longer than " + MAX_FIELD + " bytes");
        }
        return in.range(start, (int) (position - start));
    }

    private DerCursor next(String what) {
        position++;
        long length = length(what);
        if (length > end - position) {
            throw new DerFault(what + ": longer than what holds it");
        }
        long start = position;
        position += length;
        return new DerCursor(in, start, position);
    }

    private long length(String what) {
        if (position == end) {
            throw new DerFault(what + ": no length");
        }
        int first = in.at(position++);
        if (first < 0x80) {
            return first;
        }
        int octets = first & 0x7F;
        if (octets == 0 || octets > 4 || octets > end - position || in.at(position) == 0) {
            throw new DerFault(what + ": length not definite and short");
        }
        long length = 0;
        for (int n = 0; n < octets; n++) {
            length = length << 8 | in.at(position++);
        }
        if (length < 0x80) {
            throw new DerFault(what + ": length not in its shortest form");
        }
        return length;
    }
}

package org.openmyna.card.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads tag, length and value in a known order. A missing element, another tag, a length beyond the
 * end, an indefinite length or one of more than three bytes is refused; a strict reader also
 * refuses a length that could be shorter.
 */
final class TlvReader {
    private final String file;
    private final byte[] bytes;
    private final int end;
    private final boolean strict;
    private final List<Integer> lengthOctets = new ArrayList<>();
    private int at;

    private TlvReader(String file, byte[] bytes, int from, int end, boolean strict) {
        this.file = file;
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.strict = strict;
    }

    /** Lengths may be longer than needed, as some files have them. */
    static TlvReader tolerant(String file, byte[] bytes) {
        return new TlvReader(file, bytes, 0, bytes.length, false);
    }

    /** Lengths have one form only. */
    static TlvReader strict(String file, byte[] bytes) {
        return new TlvReader(file, bytes, 0, bytes.length, true);
    }

    /** The elements inside the next one. What follows it may be filler. */
    TlvReader enter(int tag) {
        int length = header(tag);
        var inside = new TlvReader(file, bytes, at, at + length, strict);
        at += length;
        inside.lengthOctets.addAll(lengthOctets);
        return inside;
    }

    byte[] value(int tag) {
        int length = header(tag);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    byte[] value(int tag, int length) {
        byte[] value = value(tag);
        if (value.length != length) {
            throw malformed("%X has %d bytes instead of %d".formatted(tag, value.length, length));
        }
        return value;
    }

    /** Nothing follows inside the element that was entered. */
    void end() {
        if (at != end) throw malformed((end - at) + " bytes after the last element");
    }

    /** Place of the next byte, counted from the start of the file. */
    int at() {
        return at;
    }

    /** Whether the next element has this tag. */
    boolean begins(int tag) {
        return tag > 0xFF
                ? at + 1 < end && octet(at) == tag >> 8 && octet(at + 1) == (tag & 0xFF)
                : at < end && octet(at) == tag;
    }

    /** Bytes that each length read so far took, the outer one first. */
    LengthForms forms() {
        return new LengthForms(lengthOctets);
    }

    CardFileMalformed malformed(String why) {
        return new CardFileMalformed(file, why);
    }

    private int header(int tag) {
        if (!begins(tag)) {
            throw malformed(
                    at >= end
                            ? "ends before %X".formatted(tag)
                            : "no %X at byte %d".formatted(tag, at));
        }
        int tagAt = at;
        at += tag > 0xFF ? 2 : 1;
        int length = length(tagAt);
        if (length > end - at)
            throw malformed("the length at byte %d leads beyond the end".formatted(tagAt));
        return length;
    }

    private int length(int tagAt) {
        int first = next(tagAt);
        if (first < 0x80) {
            lengthOctets.add(1);
            return first;
        }
        int octets = first - 0x80;
        if (octets < 1 || octets > 2) {
            throw malformed(
                    octets == 0
                            ? "an indefinite length at byte " + tagAt
                            : "a length of over two bytes at byte " + tagAt);
        }
        int length = next(tagAt);
        if (octets == 2) length = length << 8 | next(tagAt);
        if (strict && TlvWriter.octetsFor(length) != octets + 1) {
            throw malformed("a length that is longer than needed at byte " + tagAt);
        }
        lengthOctets.add(octets + 1);
        return length;
    }

    private int next(int tagAt) {
        if (at >= end) throw malformed("ends inside the length of the element at byte " + tagAt);
        return octet(at++);
    }

    private int octet(int place) {
        return bytes[place] & 0xFF;
    }
}

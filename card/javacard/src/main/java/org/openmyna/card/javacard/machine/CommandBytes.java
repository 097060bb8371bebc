package org.openmyna.card.javacard.machine;

import java.util.Optional;

/** A command APDU taken apart: ISO/IEC 7816-3:2006 12.1.3, the seven cases. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record CommandBytes(
        byte[] bytes, int dataStart, int dataLength, int expectedLength, boolean extended) {
    private static final int HEADER = 4;
    private static final int UNSAID = 0;

    static final CommandBytes NONE = new CommandBytes(new byte[HEADER], HEADER, 0, UNSAID, false);

    /**
     * Empty if the length fields and the number of bytes do not agree: the answer is {@code 6700}.
     */
    static Optional<CommandBytes> parse(byte[] bytes) {
        int length = bytes.length;
        if (length < HEADER) {
            return Optional.empty();
        }
        if (length == HEADER) {
            return Optional.of(new CommandBytes(bytes, HEADER, 0, UNSAID, false));
        }
        int first = bytes[HEADER] & 0xFF;
        if (length == HEADER + 1) {
            return Optional.of(new CommandBytes(bytes, HEADER, 0, first == 0 ? 256 : first, false));
        }
        return first != 0 ? shortWithData(bytes, first) : extended(bytes);
    }

    private static Optional<CommandBytes> shortWithData(byte[] bytes, int dataLength) {
        int dataEnd = HEADER + 1 + dataLength;
        if (bytes.length == dataEnd) {
            return Optional.of(new CommandBytes(bytes, HEADER + 1, dataLength, UNSAID, false));
        }
        if (bytes.length == dataEnd + 1) {
            int expected = bytes[dataEnd] & 0xFF;
            return Optional.of(
                    new CommandBytes(
                            bytes, HEADER + 1, dataLength, expected == 0 ? 256 : expected, false));
        }
        return Optional.empty();
    }

    private static Optional<CommandBytes> extended(byte[] bytes) {
        int start = HEADER + 3;
        if (bytes.length < start) {
            return Optional.empty();
        }
        int number = twoBytes(bytes, HEADER + 1);
        if (bytes.length == start) {
            return Optional.of(
                    new CommandBytes(bytes, HEADER, 0, number == 0 ? 65_536 : number, true));
        }
        boolean withoutExpected = bytes.length == start + number;
        if (number == 0
                || number > Short.MAX_VALUE
                || (!withoutExpected && bytes.length != start + number + 2)) {
            return Optional.empty();
        }
        if (withoutExpected) {
            return Optional.of(new CommandBytes(bytes, start, number, UNSAID, true));
        }
        int expected = twoBytes(bytes, start + number);
        return Optional.of(
                new CommandBytes(bytes, start, number, expected == 0 ? 65_536 : expected, true));
    }

    private static int twoBytes(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    int cla() {
        return bytes[0] & 0xFF;
    }

    int ins() {
        return bytes[1] & 0xFF;
    }

    int p1() {
        return bytes[2] & 0xFF;
    }

    int p2() {
        return bytes[3] & 0xFF;
    }

    /** The header with its length field, as an applet finds it before it asks for the data. */
    void copyHeader(byte[] buffer) {
        int length = Math.min(bytes.length, extended ? HEADER + 3 : HEADER + 1);
        System.arraycopy(bytes, 0, buffer, 0, length);
    }

    void copyData(int from, byte[] target, int offset, int length) {
        System.arraycopy(bytes, dataStart + from, target, offset, length);
    }
}

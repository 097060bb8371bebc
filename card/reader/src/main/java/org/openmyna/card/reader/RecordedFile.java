package org.openmyna.card.reader;

import java.util.Arrays;
import java.util.BitSet;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/** A file as far as a recording shows it. */
final class RecordedFile {
    private static final int LARGEST_FILE = 0x8000;

    private final byte[] bytes = new byte[LARGEST_FILE + 0x10000];
    private final BitSet known = new BitSet();

    void learn(int offset, int expected, ResponseApdu answer) {
        byte[] data = answer.data();
        System.arraycopy(data, 0, bytes, offset, Math.min(data.length, expected));
        known.set(offset, offset + Math.min(data.length, expected));
    }

    /**
     * What is known from there on without a gap: the file seems to end where the knowledge does.
     */
    ResponseApdu read(int offset, int expected) {
        int end = Math.min(known.nextClearBit(offset), offset + expected);
        if (end == offset) return new ResponseApdu(new byte[0], StatusWord.OFFSET_OUTSIDE_FILE);
        return new ResponseApdu(Arrays.copyOfRange(bytes, offset, end), StatusWord.OK);
    }
}

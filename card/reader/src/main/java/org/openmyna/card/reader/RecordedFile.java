package org.openmyna.card.reader;

import java.util.Arrays;
import java.util.BitSet;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/** A file as far as a recording shows it. */
final class RecordedFile {
    private byte[] bytes = {};
    private final BitSet known = new BitSet();

    void learn(int offset, int expected, ResponseApdu answer) {
        int count = Math.min(answer.data().length, expected);
        if (bytes.length < offset + count) bytes = Arrays.copyOf(bytes, offset + count);
        System.arraycopy(answer.data(), 0, bytes, offset, count);
        known.set(offset, offset + count);
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

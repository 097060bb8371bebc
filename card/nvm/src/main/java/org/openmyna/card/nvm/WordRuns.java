package org.openmyna.card.nvm;

/** Splits a run of bytes into pieces of one, two or four that each stay inside an aligned word. */
final class WordRuns {
    private WordRuns() {}

    /** What to do with a piece; its first byte is the highest of the value. */
    interface Piece {
        void store(int address, int value, int bytes);
    }

    static void each(int address, byte[] bytes, int from, int length, Piece piece) {
        for (int done = 0; done < length; ) {
            int size = size(address + done, length - done);
            int value = 0;
            for (int n = 0; n < size; n++) {
                value = value << 8 | (bytes[from + done + n] & 0xFF);
            }
            piece.store(address + done, value, size);
            done += size;
        }
    }

    static int count(int address, int length) {
        int count = 0;
        for (int done = 0; done < length; count++) {
            done += size(address + done, length - done);
        }
        return count;
    }

    private static int size(int address, int left) {
        if (address % 4 == 0 && left >= 4) {
            return 4;
        }
        return address % 2 == 0 && left >= 2 ? 2 : 1;
    }
}

package org.openmyna.card.javacard.machine;

import java.util.Arrays;
import javacard.security.Key;

/** An AES key of this card, as ciphers and MACs use it. */
public interface AesKey extends Key {
    /** The key in RAM; refuses a key that is not set. */
    byte[] copy();

    /** In RAM: the bytes of a key and one more behind them. */
    static byte[] marked(byte[] source, int offset, int length, byte mark) {
        byte[] marked = new byte[length + 1];
        System.arraycopy(source, offset, marked, 0, length);
        marked[length] = mark;
        return marked;
    }

    static byte[] withoutMark(byte[] marked) {
        return Arrays.copyOf(marked, marked.length - 1);
    }
}

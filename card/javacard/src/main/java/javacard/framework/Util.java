package javacard.framework;

import org.openmyna.card.javacard.machine.Machine;
import org.openmyna.card.nvm.Nvm;

/**
 * Bytes in arrays. Copies into the card's memory are atomic unless the name says otherwise: after a
 * loss of power the target holds all old or all new bytes.
 */
public class Util {
    public Util() {}

    public static final short arrayCopy(
            byte[] source, short from, byte[] destination, short to, short length) {
        Machine.memory().copy(source, from, destination, to, length);
        return (short) (to + length);
    }

    /** Neither atomic nor part of a transaction. */
    public static final short arrayCopyNonAtomic(
            byte[] source, short from, byte[] destination, short to, short length) {
        Machine.memory().copyNonAtomic(source, from, destination, to, length);
        return (short) (to + length);
    }

    public static final short arrayFill(byte[] array, short offset, short length, byte value) {
        Machine.memory().fill(array, offset, length, value);
        return (short) (offset + length);
    }

    /** Neither atomic nor part of a transaction. */
    public static final short arrayFillNonAtomic(
            byte[] array, short offset, short length, byte value) {
        Machine.memory().fillNonAtomic(array, offset, length, value);
        return (short) (offset + length);
    }

    /**
     * -1, 0 or 1 as the first array is less than, equal to or greater than the second; bytes count
     * as 0 to 255.
     */
    public static final byte arrayCompare(
            byte[] left, short leftOffset, byte[] right, short rightOffset, short length) {
        Nvm.requireInside(left, leftOffset, length);
        Nvm.requireInside(right, rightOffset, length);
        for (int n = 0; n < length; n++) {
            int difference = (left[leftOffset + n] & 0xFF) - (right[rightOffset + n] & 0xFF);
            if (difference != 0) {
                return (byte) (difference < 0 ? -1 : 1);
            }
        }
        return 0;
    }

    public static final short makeShort(byte high, byte low) {
        return (short) (high << 8 | (low & 0xFF));
    }

    public static final short getShort(byte[] array, short offset) {
        return makeShort(array[offset], array[offset + 1]);
    }

    public static final short setShort(byte[] array, short offset, short value) {
        Machine.memory().storeShortBytes(array, offset, value);
        return (short) (offset + 2);
    }
}

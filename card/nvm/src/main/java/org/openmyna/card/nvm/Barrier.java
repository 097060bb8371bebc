package org.openmyna.card.nvm;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * The barriers: what the weaver puts in place of each store and each array creation, and beside
 * each load of a reference.
 *
 * <p>A store programs the image first and then changes the Java object, so that a refused or
 * interrupted store leaves both at the old value. A load that finds null asks here what is meant:
 * nothing, or an object that sleeps.
 */
public final class Barrier {
    private Barrier() {}

    /** PUTFIELD of boolean, byte, short or int. */
    public static void field(PersistentObject object, int slot, int value) {
        Nvm.current().storeSlot(object, slot, value);
    }

    /** PUTFIELD of a reference. */
    public static void field(PersistentObject object, int slot, @Nullable Object value) {
        Nvm nvm = Nvm.current();
        nvm.storeSlot(object, slot, nvm.heap().addressOf(value));
    }

    /** GETFIELD of a reference that is null in Java. */
    public static @Nullable Object wake(PersistentObject object, int slot) {
        return Nvm.current().heap().wakeSlot(object, slot);
    }

    /** Before AALOAD: the element is awake afterwards. */
    public static void wake(@Nullable Object[] array, int index) {
        if (array[index] == null) {
            array[index] = Nvm.current().heap().wakeElement(array, index);
        }
    }

    /** BASTORE, which serves byte and boolean arrays alike. */
    public static void element(Object array, int index, int value) {
        if (array instanceof boolean[] booleans) {
            boolean ignored = booleans[index];
            Nvm.current().storeElement(array, index, value & 1, 1);
            booleans[index] = (value & 1) != 0;
        } else {
            byte[] bytes = (byte[]) array;
            byte ignored = bytes[index];
            Nvm.current().storeElement(array, index, value, 1);
            bytes[index] = (byte) value;
        }
    }

    /** SASTORE. */
    public static void element(short[] array, int index, int value) {
        short ignored = array[index];
        Nvm.current().storeElement(array, index, value, 2);
        array[index] = (short) value;
    }

    /** AASTORE. */
    public static void element(@Nullable Object[] array, int index, @Nullable Object value) {
        @Nullable Object before = array[index];
        Nvm nvm = Nvm.current();
        int address = nvm.heap().addressOf(value);
        array[index] =
                value; // the machine's own check of the element type comes before the image changes
        try {
            nvm.storeElement(array, index, address, 4);
        } catch (RuntimeException | StackOverflowError refused) {
            array[index] = before;
            throw refused;
        }
    }

    public static boolean[] newBooleans(int length) {
        return Nvm.current().heap().allocate(new boolean[length], Kind.BOOLEANS, length);
    }

    public static byte[] newBytes(int length) {
        return Nvm.current().heap().allocate(new byte[length], Kind.BYTES, length);
    }

    public static short[] newShorts(int length) {
        return Nvm.current().heap().allocate(new short[length], Kind.SHORTS, length);
    }

    public static Object[] newReferences(int length, Class<?> componentType) {
        return Nvm.current()
                .heap()
                .allocate(
                        (Object[]) Array.newInstance(componentType, length),
                        Kind.REFERENCES,
                        length);
    }
}

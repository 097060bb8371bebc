package org.openmyna.card.nvm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which Java object stands for which address, both ways. Objects come in order of their addresses
 * and never go; arrays are found by identity.
 */
@SuppressWarnings(
        "ReferenceEquality") // an array is found by identity, two with equal content are two
final class Directory {
    static final int UNKNOWN = -1;

    private int[] addresses = new int[64];
    private int[] contents = new int[64];
    private Object[] objects = new Object[64];
    private int count;
    private int[] buckets = new int[128];
    private @Nullable Object lastArray;
    private int lastIndex;

    int count() {
        return count;
    }

    int address(int index) {
        return addresses[index];
    }

    Object object(int index) {
        return objects[index];
    }

    /** Where the content lies in the image; 0 if it lives in RAM. */
    int content(int index) {
        return contents[index];
    }

    void add(int address, int content, Object object) {
        if (count == addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * count);
            contents = Arrays.copyOf(contents, 2 * count);
            objects = Arrays.copyOf(objects, 2 * count);
        }
        addresses[count] = address;
        contents[count] = content;
        objects[count++] = object;
        if (object.getClass().isArray()) {
            if (2 * count > buckets.length) {
                rehash();
            } else {
                putBucket(count - 1);
            }
        }
    }

    private void rehash() {
        buckets = new int[2 * buckets.length];
        for (int n = 0; n < count; n++) {
            if (objects[n].getClass().isArray()) {
                putBucket(n);
            }
        }
    }

    private void putBucket(int index) {
        int at = System.identityHashCode(objects[index]) & buckets.length - 1;
        while (buckets[at] != 0) {
            at = at + 1 & buckets.length - 1;
        }
        buckets[at] = index + 1;
    }

    /** The index of an array, or {@link #UNKNOWN}. */
    int find(Object array) {
        if (array == lastArray) {
            return lastIndex;
        }
        int at = System.identityHashCode(array) & buckets.length - 1;
        while (buckets[at] != 0) {
            int index = buckets[at] - 1;
            if (objects[index] == array) {
                lastArray = array;
                lastIndex = index;
                return index;
            }
            at = at + 1 & buckets.length - 1;
        }
        return UNKNOWN;
    }

    /** The object at an address that is known to hold one. */
    Object at(int address) {
        return objects[Arrays.binarySearch(addresses, 0, count, address)];
    }
}

package org.openmyna.card.nvm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which Java object stands for which address, both ways, of the objects that are awake. They are
 * kept in order of their addresses and never go; arrays are found by identity.
 */
@SuppressWarnings(
        "ReferenceEquality") // an array is found by identity, two with equal content are two
final class Directory {
    /** No object has this address. */
    static final int UNKNOWN = 0;

    private static final int FIRST_ROOM = 16;

    private int[] addresses = new int[FIRST_ROOM];
    private Object[] objects = new Object[FIRST_ROOM];
    private int count;

    /** Addresses of arrays, each at or behind the place that its identity hash names. */
    private int[] buckets = new int[2 * FIRST_ROOM];

    private int arrays;
    private @Nullable Object lastArray;
    private int lastAddress;

    int count() {
        return count;
    }

    int address(int index) {
        return addresses[index];
    }

    Object object(int index) {
        return objects[index];
    }

    /**
     * All that may fail comes first: an applet that exhausts the stack must not tear the directory
     * apart, so nothing is called once it begins to change.
     */
    void add(int address, Object object) {
        boolean isArray = object.getClass().isArray();
        makeRoom(isArray);
        int bucket = isArray ? freeBucket(buckets, object) : 0;
        int place = count > 0 && addresses[count - 1] > address ? -1 - index(address) : count;
        for (int n = count; n > place; n--) {
            addresses[n] = addresses[n - 1];
            objects[n] = objects[n - 1];
        }
        addresses[place] = address;
        objects[place] = object;
        count++;
        if (isArray) {
            buckets[bucket] = address;
            arrays++;
        }
    }

    private void makeRoom(boolean forArray) {
        if (count == addresses.length) {
            addresses = Arrays.copyOf(addresses, count + count / 2);
        }
        if (count == objects.length) {
            objects = Arrays.copyOf(objects, count + count / 2);
        }
        if (forArray && 2 * arrays >= buckets.length) {
            int[] larger = new int[2 * buckets.length];
            for (int n = 0; n < count; n++) {
                if (objects[n].getClass().isArray()) {
                    larger[freeBucket(larger, objects[n])] = addresses[n];
                }
            }
            buckets = larger;
        }
    }

    private static int freeBucket(int[] buckets, Object array) {
        int at = System.identityHashCode(array) & buckets.length - 1;
        while (buckets[at] != UNKNOWN) {
            at = at + 1 & buckets.length - 1;
        }
        return at;
    }

    /** The address of an array, or {@link #UNKNOWN}. */
    int find(Object array) {
        if (array == lastArray) {
            return lastAddress;
        }
        int at = System.identityHashCode(array) & buckets.length - 1;
        while (buckets[at] != UNKNOWN) {
            if (awake(buckets[at]) == array) {
                lastArray = array;
                lastAddress = buckets[at];
                return lastAddress;
            }
            at = at + 1 & buckets.length - 1;
        }
        return UNKNOWN;
    }

    /** The object at an address; null if it sleeps. */
    @Nullable Object awake(int address) {
        int index = index(address);
        return index < 0 ? null : objects[index];
    }

    private int index(int address) {
        return Arrays.binarySearch(addresses, 0, count, address);
    }
}

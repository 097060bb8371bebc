package org.openmyna.server.sandbox.population;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/** Things that are drawn the more often, the heavier they are. */
final class Weighted<T> {
    private final List<T> things;
    private final long[] ends;

    Weighted(List<T> things, ToLongFunction<T> weight) {
        this.things = List.copyOf(things);
        this.ends = new long[things.size()];
        long sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += weight.applyAsLong(things.get(i));
            ends[i] = sum;
        }
    }

    T draw(RandomGenerator chance) {
        long at = chance.nextLong(ends[ends.length - 1]);
        int found = Arrays.binarySearch(ends, at);
        return things.get(found >= 0 ? found + 1 : -found - 1);
    }
}

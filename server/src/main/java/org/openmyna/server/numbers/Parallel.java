package org.openmyna.server.numbers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Crypto for many people on all processors: each part of the list has a workbench of its own. */
final class Parallel {
    private static final int PART = 500;

    private Parallel() {}

    interface Work<A, B> {
        B with(Workbench bench, A each);
    }

    /** In the same order. */
    static <A, B> List<B> map(List<A> all, Supplier<Workbench> benches, Work<A, B> work) {
        return IntStream.rangeClosed(0, (all.size() - 1) / PART)
                .parallel()
                .mapToObj(part -> {
                    int from = part * PART;
                    List<A> mine = all.subList(from, Math.min(all.size(), from + PART));
                    Workbench bench = benches.get();
                    List<B> done = new ArrayList<>(mine.size());
                    for (A each : mine) done.add(work.with(bench, each));
                    return done;
                })
                .flatMap(Collection::stream)
                .toList();
    }
}

package org.openmyna.bench;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** All benchmarks by name and group. */
public final class Benchmarks {
    private static final List<Benchmark> ALL =
            List.of(
                    new CardSign(),
                    new CardRead(),
                    new CardCheck(),
                    new CardPersonalise(),
                    new CardKeys(),
                    new CardMemoryUse(),
                    new CardMany(),
                    new OcspFresh(),
                    new OcspCached(),
                    new StatusLookup(),
                    new Issue(),
                    new CrlBuild(),
                    new CrlLookup(),
                    new LoginVerify(),
                    new RevocationRefresh(),
                    new OidcLogin(),
                    new Residents(),
                    new RevocationLatency());

    private Benchmarks() {}

    /** Names and groups that {@link #run} understands. */
    public static List<String> names() {
        var names = new TreeSet<String>();
        names.add("all");
        for (Benchmark benchmark : ALL) {
            names.add(benchmark.name());
            names.add(benchmark.group());
        }
        return List.copyOf(names);
    }

    /**
     * Runs what the name stands for.
     *
     * @param name a row, a group, or {@code all}
     * @return empty if there is nothing of that name
     */
    public static List<BenchmarkRow> run(String name, Duration time) {
        return ALL.stream()
                .filter(benchmark ->
                        name.equals("all")
                                || name.equals(benchmark.name())
                                || name.equals(benchmark.group()))
                .flatMap(benchmark -> benchmark.run(time).stream())
                .toList();
    }
}

package org.openmyna.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.verifier.online.ListFetcher;
import org.openmyna.trust.verifier.online.ListPlace;
import org.openmyna.trust.verifier.online.ListRefresh;
import org.openmyna.trust.verifier.online.ListSettings;

/**
 * The verifier of {@link RevocationRefresh}, in a process of its own. Arguments: folder with the CA
 * and the places, address of the lists.
 */
final class ManyLists {
    /** Most heap, in MB. */
    static final int HEAP_MB = 256;

    static final String CA = "ca.cer";
    static final String PLACES = "places";
    static final String FIGURES = "figures";

    private ManyLists() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Map<ListPlace, URI> places = places(folder, URI.create(arguments[1]));
        var settings =
                ListSettings.standard(
                        folder.resolve("copies"),
                        place -> Objects.requireNonNull(places.get(place)));
        var figures = new Properties();
        long before = heap();
        var fetcher = new ListFetcher(settings, InstantSource.system());
        long processor = processor();
        figures.setProperty("first", seconds(fetcher, places, new Counts(places.size(), 0)));
        figures.setProperty("processor", Double.toString((processor() - processor) / 1e9));
        figures.setProperty("unchanged", seconds(fetcher, places, new Counts(0, places.size())));
        figures.setProperty("heap", Long.toString(heap() - before));
        ManyCards.resident(figures);
        var restarted = new ListFetcher(settings, InstantSource.system());
        figures.setProperty("restarted", seconds(restarted, places, new Counts(0, places.size())));
        try (var out = Files.newBufferedWriter(folder.resolve(FIGURES))) {
            figures.store(out, null);
        }
    }

    private record Counts(int fetched, int unchanged) {}

    private static String seconds(
            ListFetcher fetcher, Map<ListPlace, URI> places, Counts expected) {
        long begin = System.nanoTime();
        ListRefresh refresh = fetcher.refresh(places.keySet());
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!new Counts(refresh.fetched(), refresh.unchanged()).equals(expected))
            throw new IllegalStateException(
                    refresh.fetched()
                            + " fetched, "
                            + refresh.unchanged()
                            + " unchanged, "
                            + refresh.failures().stream().limit(1).toList());
        return Double.toString(seconds);
    }

    private static Map<ListPlace, URI> places(Path folder, URI base) throws IOException {
        CaCertificate ca = CaCertificate.parse(Files.readAllBytes(folder.resolve(CA)));
        Map<ListPlace, URI> places = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve(PLACES))) {
            String[] words = line.split("[/ ]", 3);
            var point = new DistributionPoint(ca.kind(), ca.hierarchy(), words[0], words[1]);
            places.put(new ListPlace(ca, point), base.resolve(words[2]));
        }
        return places;
    }

    /** Of all threads, in nanoseconds. */
    private static long processor() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

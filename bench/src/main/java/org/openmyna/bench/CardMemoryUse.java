package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.card.chip.VirtualCard;

/** What a personalised card takes: its image at rest, and Java objects when it has power. */
final class CardMemoryUse implements Benchmark {
    private static final int CARDS = 1_000;
    private static final int IMAGE_LIMIT = 65_536;
    private static final int OBJECTS_LIMIT = 20_000;

    @Override
    public String name() {
        return "card-memory";
    }

    @Override
    public String group() {
        return "card";
    }

    @Override
    public List<BenchmarkRow> run(Duration unused) {
        try (var specimen = new SpecimenCard()) {
            long image = Files.size(specimen.image());
            Objects objects = objectsPerCard(specimen);
            return List.of(
                    BenchmarkRow.atMost(
                            name(),
                            objects.selected(),
                            "B",
                            OBJECTS_LIMIT,
                            "Java heap a full powered card, mean of %,d open at once, each after SELECT; after a login with a signature %,.0f B; images are mapped, off the heap"
                                    .formatted(CARDS, objects.signed())),
                    BenchmarkRow.atMost(
                            "card-memory-image",
                            image,
                            "B",
                            IMAGE_LIMIT,
                            "file of a full card at rest"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Bytes a card.
     *
     * @param selected after SELECT
     * @param signed after a login
     */
    private record Objects(double selected, double signed) {}

    private static Objects objectsPerCard(SpecimenCard specimen) throws IOException {
        List<VirtualCard> powered = new ArrayList<>(CARDS);
        try (VirtualCard first = specimen.openCopy(0)) {
            Login.run(first); // classes are loaded before the first reading
        }
        long before = heap();
        try {
            for (int number = 1; number <= CARDS; number++) {
                VirtualCard card = specimen.openCopy(number);
                powered.add(card);
                Login.select(card);
            }
            double selected = (heap() - before) / (double) CARDS;
            powered.forEach(Login::run);
            return new Objects(selected, (heap() - before) / (double) CARDS);
        } finally {
            powered.forEach(VirtualCard::close);
        }
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            least = Math.min(least, used);
        }
        return least;
    }
}

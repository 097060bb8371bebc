package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CommandApdu;

/** What a personalised card takes: its image at rest, and Java objects when it has power. */
final class CardMemoryUse implements Benchmark {
    private static final int CARDS = 1_000;
    private static final int IMAGE_LIMIT = 50_000;
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
            double objects = objectsPerCard(specimen);
            return List.of(
                    BenchmarkRow.atMost(
                            name(),
                            objects,
                            "B",
                            OBJECTS_LIMIT,
                            "Java heap a powered card, mean of "
                                    + CARDS
                                    + " open at once, each after a SELECT; images are mapped, off the heap"),
                    BenchmarkRow.atMost(
                            "card-memory-image",
                            image,
                            "B",
                            IMAGE_LIMIT,
                            "file of a personalised card at rest"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static double objectsPerCard(SpecimenCard specimen) throws IOException {
        List<VirtualCard> powered = new ArrayList<>(CARDS);
        specimen.openCopy(0).close(); // classes are loaded before the first reading
        long before = heap();
        try {
            byte[] select =
                    CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, CardApplication.JPKI.aid()).bytes();
            for (int number = 1; number <= CARDS; number++) {
                VirtualCard card = specimen.openCopy(number);
                powered.add(card);
                card.transmit(select);
            }
            return (heap() - before) / (double) CARDS;
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

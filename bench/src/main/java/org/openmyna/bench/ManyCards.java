package org.openmyna.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.kernel.NativeCrypto;

/**
 * The program in which {@link CardMany} opens its cards. Arguments: image, folder for the copies,
 * how many, file for the figures.
 */
final class ManyCards {
    /** Most heap, in MB; the images are mapped beside it. */
    static final int HEAP_MB = 900;

    private ManyCards() {}

    public static void main(String[] arguments) throws IOException {
        Path image = Path.of(arguments[0]);
        var drawer = new CardDrawer(Path.of(arguments[1]));
        int count = Integer.parseInt(arguments[2]);
        List<VirtualCard> cards = new ArrayList<>(count);
        var random = new SecureRandom();
        try (var keys = new KeyPool(0, 1, random, NativeCrypto.provider())) {
            long nanos = 0;
            for (int number = 0; number < count; number++) {
                var name = new CardName("card-" + number);
                Path copy = drawer.image(name);
                Files.copy(image, copy, StandardCopyOption.COPY_ATTRIBUTES);
                long from = System.nanoTime();
                VirtualCard card = drawer.open(name, keys, random);
                Login.run(card);
                nanos += System.nanoTime() - from;
                cards.add(card);
                forget(copy);
            }
            long standing = cards.stream().filter(Login::signsAgain).count();
            report(Path.of(arguments[3]), nanos, standing, cards.getFirst().imageBytes());
        } finally {
            cards.forEach(VirtualCard::close);
        }
    }

    /** The disk is free again when this process ends, whatever ends it. */
    private static void forget(Path open) throws IOException {
        try {
            Files.delete(open);
        } catch (FileSystemException heldByTheSystem) {
            // not every system lets go of the name of an open file: then the folder goes later
        }
    }

    private static void report(Path file, long nanos, long standing, int image) throws IOException {
        var figures = new Properties();
        resident(figures);
        figures.setProperty("nanos", Long.toString(nanos));
        figures.setProperty("standing", Long.toString(standing));
        figures.setProperty("image", Integer.toString(image));
        System.gc();
        figures.setProperty(
                "heap",
                Long.toString(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()));
        try (var out = Files.newBufferedWriter(file)) {
            figures.store(out, null);
        }
    }

    /** Linux tells what is resident; elsewhere nothing is said, and the row is not met. */
    static void resident(Properties figures) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return;
        for (String line : Files.readAllLines(status)) {
            String[] words = line.split("\\s+");
            switch (words[0]) {
                case "VmHWM:" -> figures.setProperty("peak", bytes(words[1]));
                case "VmRSS:" -> figures.setProperty("resident", bytes(words[1]));
                case "RssFile:" -> figures.setProperty("files", bytes(words[1]));
                default -> {}
            }
        }
    }

    private static String bytes(String kibibytes) {
        return Long.toString(Long.parseLong(kibibytes) * 1024);
    }
}

package org.openmyna.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Ten thousand full cards with power in one process: its most resident memory, images included, in
 * a Java machine of its own.
 */
final class CardMany implements Benchmark {
    private static final int CARDS = 10_000;
    private static final double LIMIT_MB = 2_000;
    private static final String UNIT = "MB";
    private static final int SECONDS = 60;

    @Override
    public String name() {
        return "card-many";
    }

    @Override
    public String group() {
        return "card";
    }

    @Override
    public List<BenchmarkRow> run(Duration unused) {
        try (var specimen = new SpecimenCard()) {
            Path folder = specimen.image().resolveSibling("many");
            Files.createDirectory(folder);
            Path report = folder.resolve("report");
            Process child = start(specimen.image(), folder, report);
            if (!ended(child)) return List.of(failed("not done within " + SECONDS + " s"));
            if (child.exitValue() != 0 || !Files.exists(report)) {
                return List.of(failed(complaint(folder)));
            }
            var figures = new Properties();
            try (var in = Files.newBufferedReader(report)) {
                figures.load(in);
            }
            return List.of(row(figures));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Process start(Path image, Path folder, Path report) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + ManyCards.HEAP_MB + "m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyCards.class.getName(),
                        image.toString(),
                        folder.toString(),
                        Integer.toString(CARDS),
                        report.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "said"))
                .start();
    }

    private static boolean ended(Process child) {
        try {
            if (child.waitFor(SECONDS, TimeUnit.SECONDS)) return true;
            child.destroyForcibly().waitFor();
            return false;
        } catch (InterruptedException stopped) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private BenchmarkRow failed(String why) {
        return BenchmarkRow.failed(name(), UNIT, LIMIT_MB, why);
    }

    private static String complaint(Path folder) throws IOException {
        return Files.readString(folder.resolve("said"))
                .lines()
                .limit(2)
                .reduce("it ended early:", (all, line) -> all + ' ' + line.strip());
    }

    private BenchmarkRow row(Properties figures) {
        double peak = number(figures, "peak") / 1e6;
        int standing = (int) number(figures, "standing");
        String note =
                ("%,d of %,d full cards open at once, each after SELECT + VERIFY + sign, sign again at the end without a PIN; "
                                + "a card: %,.0f B of heap, %,.0f B of image mapped, %.2f ms to open and log in; "
                                + "process: %.0f MB resident at the end, of it %.0f MB mapped files")
                        .formatted(
                                standing,
                                CARDS,
                                number(figures, "heap") / CARDS,
                                number(figures, "image"),
                                number(figures, "nanos") / CARDS / 1e6,
                                number(figures, "resident") / 1e6,
                                number(figures, "files") / 1e6);
        BenchmarkRow row = BenchmarkRow.atMost(name(), peak, UNIT, LIMIT_MB, note);
        return standing == CARDS && peak > 0 ? row : failed(note);
    }

    private static double number(Properties figures, String name) {
        return Double.parseDouble(figures.getProperty(name, "0"));
    }
}

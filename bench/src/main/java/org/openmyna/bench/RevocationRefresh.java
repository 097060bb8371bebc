package org.openmyna.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerRole;
import org.openmyna.server.ServerSettings;
import org.openmyna.trust.authority.crl.PublishedList;
import org.openmyna.trust.profile.CaKind;

/**
 * The daily work of a verifier: the lists of all municipalities, made by the authority's publisher
 * and served by the product's own server, are fetched by a program of their own, verified, copied
 * and indexed; then asked for again, and opened after a restart.
 *
 * <p>1.5 million revoked certificates lie in 1,900 places of very different size, as municipalities
 * are: log-normal with sigma 1.4, which puts the mean at 2.7 times the median (65,000 people beside
 * 24,000 in Japan).
 */
final class RevocationRefresh implements Benchmark {
    private static final int PLACES = 1_900;
    private static final int ENTRIES = 1_500_000;
    private static final double SIGMA = 1.4;
    private static final long SEED = 1_900;
    private static final double LIMIT_SECONDS = 60;
    private static final double LIMIT_UNCHANGED = 10;
    private static final double LIMIT_HEAP_MB = 64;
    private static final int PATIENCE_MINUTES = 10;
    private static final String FILL =
            """
            CREATE TEMPORARY TABLE place (point text, first bigint, past bigint);
            INSERT INTO place VALUES %2$s;
            INSERT INTO revoked (generation, serial, reason, revoked_at, point, not_after)
            SELECT %1$d, int4send((16777216 + n * 1300000009 %% 1999999973)::int), 1 + n %% 6,
                   timestamptz '2026-04-01 00:00:00Z' - n * interval '1 second', point, timestamptz '2039-04-01 14:59:59Z'
              FROM place, generate_series(first, past - 1) AS n;
            INSERT INTO list_point (generation, point) SELECT %1$d, point FROM place;
            ANALYZE revoked;
            """;

    @Override
    public String name() {
        return "revocation-refresh";
    }

    @Override
    public String group() {
        return "verifier";
    }

    @Override
    public List<BenchmarkRow> run(Duration unused) {
        try {
            Path folder = Files.createTempDirectory("openmyna-bench");
            try {
                return measured(folder);
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList())
                        Files.delete(file);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private List<BenchmarkRow> measured(Path folder) throws IOException, SQLException {
        String url = TemporaryDatabase.freshUrl();
        try (RunningServer server = server(folder, url)) {
            var ca = server.authorities().established(CaKind.SIGNATURE);
            fill(url, ca.generations().getFirst().id());
            long begin = System.nanoTime();
            List<PublishedList> lists =
                    server.authorities().lists().publishAll().stream()
                            .filter(list -> !list.point().equals(PublishedList.ALL))
                            .toList();
            double published = (System.nanoTime() - begin) / 1e9;
            if (lists.size() != PLACES) throw new IllegalStateException(lists.size() + " lists");
            Files.write(folder.resolve(ManyLists.CA), ca.certificate().der());
            Files.write(
                    folder.resolve(ManyLists.PLACES),
                    lists.stream().map(list -> list.point() + " " + list.name()).toList());
            return rows(fetched(folder, server), lists, published);
        }
    }

    private static RunningServer server(Path folder, String url) {
        return OpenMynaServer.start(
                ServerSettings.in(folder.resolve("server"))
                        .withPort(0)
                        .withDatabase(url)
                        .withRoles(ServerRole.AUTHORITY_ALONE));
    }

    private static void fill(String url, short generation) throws SQLException {
        try (var database = Database.at(url);
                Connection connection = database.open("authority", 1).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FILL.formatted(generation, places()));
        }
    }

    /** Each with its name and the numbers of its certificates. */
    private static String places() {
        var chance = new Random(SEED);
        double[] weights = new double[PLACES];
        double sum = 0;
        for (int n = 0; n < PLACES; n++)
            sum += weights[n] = Math.exp(SIGMA * chance.nextGaussian());
        var values = new StringBuilder();
        double upTo = 0;
        long first = 0;
        for (int n = 0; n < PLACES; n++) {
            upTo += weights[n];
            long past = Math.round(ENTRIES * upTo / sum);
            values.append(n == 0 ? "" : ",")
                    .append("('Shiken-ken/Shiken-%s-shi',%d,%d)".formatted(word(n), first, past));
            first = past;
        }
        return values.toString();
    }

    private static String word(int number) {
        return ""
                + (char) ('a' + number / 676)
                + (char) ('a' + number / 26 % 26)
                + (char) ('a' + number % 26);
    }

    private static Properties fetched(Path folder, RunningServer server) throws IOException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + ManyLists.HEAP_MB + "m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ManyLists.class.getName(),
                                folder.toString(),
                                server.address().resolve("/crl/").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(new File(folder.toFile(), "said"))
                        .start();
        try {
            if (!child.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || child.exitValue() != 0)
                throw new IllegalStateException(Files.readString(folder.resolve("said")));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            child.destroyForcibly();
        }
        var figures = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(ManyLists.FIGURES))) {
            figures.load(in);
        }
        return figures;
    }

    private List<BenchmarkRow> rows(
            Properties figures, List<PublishedList> lists, double published) {
        double seconds = number(figures, "first");
        long[] bytes = lists.stream().mapToLong(PublishedList::bytes).sorted().toArray();
        String sizes =
                "%,d lists, %,d entries, %.1f MB, the middle one %,d bytes, the longest %,d"
                        .formatted(
                                lists.size(),
                                lists.stream().mapToLong(PublishedList::entries).sum(),
                                Arrays.stream(bytes).sum() / 1e6,
                                bytes[bytes.length / 2],
                                bytes[bytes.length - 1]);
        return List.of(
                BenchmarkRow.atMost(
                        name(),
                        seconds,
                        "s",
                        LIMIT_SECONDS,
                        "%s; %,.0f lists/s, %.2f s of processor; fetched from the product's server on the same cores, verified, copied, indexed; published in %.1f s before"
                                .formatted(
                                        sizes,
                                        lists.size() / seconds,
                                        number(figures, "processor"),
                                        published)),
                BenchmarkRow.atMost(
                        "revocation-refresh-unchanged",
                        number(figures, "unchanged"),
                        "s",
                        LIMIT_UNCHANGED,
                        "the same asked again, nothing new; after a restart, all copies opened and verified first: %.2f s"
                                .formatted(number(figures, "restarted"))),
                BenchmarkRow.atMost(
                        "revocation-refresh-heap",
                        number(figures, "heap") / 1e6,
                        "MB",
                        LIMIT_HEAP_MB,
                        "Java heap that the lists take, they are mapped; a process with at most %d MB of heap, at most %.0f MB resident, of it %.0f MB mapped files at the end"
                                .formatted(
                                        ManyLists.HEAP_MB,
                                        number(figures, "peak") / 1e6,
                                        number(figures, "files") / 1e6)));
    }

    private static double number(Properties figures, String name) {
        return Double.parseDouble(figures.getProperty(name, "0"));
    }
}

package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.authority.ocsp.OcspMode;

/**
 * Kept OCSP answers over keep-alive HTTP, beside a body of the same size from the same server and
 * from nginx; and how long an answer takes at half of that load.
 */
final class OcspCached implements Benchmark {
    private static final int CONNECTIONS = 32;
    private static final int TURNS = 5;
    private static final int ANSWER_BYTES = 1_750;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final double P99_MILLIS = 10;

    @Override
    public String name() {
        return "ocsp-cached";
    }

    @Override
    public String group() {
        return "authority";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        try (var ocsp = new Ocsp(OcspMode.PRESIGNED);
                var answers = new HttpLoad(ocsp.address(), ocsp.requests(), CONNECTIONS);
                var gets = new HttpLoad(ocsp.address(), ocsp.gets(), CONNECTIONS);
                var fixed = new HttpLoad(ocsp.address(), ocsp.fixed(ANSWER_BYTES), CONNECTIONS)) {
            fixed.closed(WARM_UP);
            answers.closed(WARM_UP);
            gets.closed(WARM_UP);
            Optional<FixedBodyNginx> nginx =
                    FixedBodyNginx.start(ocsp.folder().resolve("nginx"), ANSWER_BYTES);
            try {
                return rows(time, answers, gets, fixed, nginx);
            } finally {
                nginx.ifPresent(FixedBodyNginx::close);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<BenchmarkRow> rows(
            Duration time,
            HttpLoad answers,
            HttpLoad gets,
            HttpLoad fixed,
            Optional<FixedBodyNginx> nginx)
            throws IOException {
        Duration turn = time.dividedBy(TURNS).plusMillis(200);
        double[] kept = new double[TURNS];
        double[] got = new double[TURNS];
        double[] body = new double[TURNS];
        double[] beside = new double[TURNS];
        try (HttpLoad bare = nginx.isPresent() ? load(nginx.get().address()) : null) {
            for (int n = 0; n < TURNS; n++) {
                kept[n] = perSecond(answers.closed(turn));
                got[n] = perSecond(gets.closed(turn));
                body[n] = perSecond(fixed.closed(turn));
                if (bare != null) beside[n] = perSecond(bare.closed(turn));
            }
        }
        double rate = middle(kept);
        HttpLoad.Result half = answers.open(rate / 2, time);
        String note =
                "POST, %d connections, one load thread beside it; medians of %d turns"
                        .formatted(CONNECTIONS, TURNS);
        List<BenchmarkRow> rows = new ArrayList<>();
        rows.add(
                BenchmarkRow.atLeast(
                        0.70,
                        name(),
                        rate,
                        "answer/s",
                        middle(body),
                        note + "; limit: a fixed body of the same server"));
        rows.add(
                BenchmarkRow.atLeast(
                        0.70,
                        "ocsp-cached-get",
                        middle(got),
                        "answer/s",
                        middle(body),
                        "the same by GET"));
        if (nginx.isPresent()) {
            rows.add(
                    BenchmarkRow.atLeast(
                            0.40,
                            "ocsp-cached-nginx",
                            rate,
                            "answer/s",
                            middle(beside),
                            note + "; limit: nginx, a file of the same size"));
        }
        rows.add(
                BenchmarkRow.atMost(
                        "ocsp-cached-p99",
                        half.p99().toNanos() / 1e6,
                        "ms",
                        P99_MILLIS,
                        "open loop at half of that rate, %.0f answers/s were given; median %.2f ms"
                                .formatted(half.perSecond(), half.median().toNanos() / 1e6)));
        return rows;
    }

    private static HttpLoad load(InetSocketAddress nginx) throws IOException {
        byte[] request =
                "GET /body HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return new HttpLoad(nginx, List.of(request), CONNECTIONS);
    }

    private static double perSecond(HttpLoad.Result result) {
        if (result.wrong() > 0) throw new IllegalStateException(result.wrong() + " wrong answers");
        return result.perSecond();
    }

    private static double middle(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

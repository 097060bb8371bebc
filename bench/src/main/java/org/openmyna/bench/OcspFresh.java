package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.trust.authority.ocsp.OcspMode;

/**
 * OCSP answers over HTTP that are signed afresh, one by one, beside what signing and HTTP cost by
 * themselves.
 */
final class OcspFresh implements Benchmark {
    private static final int CONNECTIONS = 32;
    private static final int TURNS = 5;
    private static final int ANSWER_BYTES = 1_750;
    private static final Duration WARM_UP = Duration.ofSeconds(6);

    @Override
    public String name() {
        return "ocsp-fresh";
    }

    @Override
    public String group() {
        return "authority";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        try (var ocsp = new Ocsp(OcspMode.FRESH);
                var answers = new HttpLoad(ocsp.address(), ocsp.requests(), CONNECTIONS);
                var fixed = new HttpLoad(ocsp.address(), ocsp.fixed(ANSWER_BYTES), CONNECTIONS)) {
            fixed.closed(WARM_UP);
            answers.closed(WARM_UP);
            Duration turn = time.dividedBy(TURNS).plusMillis(200);
            double[] fresh = new double[TURNS];
            double[] bound = new double[TURNS];
            Runnable signature = new BareRsa().signature();
            for (int n = 0; n < TURNS; n++) {
                HttpLoad.Result result = answers.closed(turn);
                if (result.wrong() > 0) throw new IllegalStateException("wrong answers");
                fresh[n] = result.perSecond();
                double http = fixed.closed(turn).perSecond();
                double sign = rate(signature, turn);
                bound[n] = 1 / (1 / sign + 1 / http);
            }
            Arrays.sort(fresh);
            Arrays.sort(bound);
            return List.of(
                    BenchmarkRow.atLeast(
                            0.85,
                            name(),
                            fresh[TURNS / 2],
                            "answer/s",
                            bound[TURNS / 2],
                            "POST, %d connections; limit: 1/(1/sign + 1/http) of bare RSA-2048 of one core by %s and a fixed body"
                                    .formatted(CONNECTIONS, NativeCrypto.name())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static double rate(Runnable work, Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long done = 0;
        while (System.nanoTime() < end) {
            work.run();
            done++;
        }
        return done * 1e9 / (System.nanoTime() - begin);
    }
}

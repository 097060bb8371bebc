package org.openmyna.bench;

import java.time.Duration;
import java.util.List;

/** One measurement that {@code ./openmyna bench} can run. */
interface Benchmark {
    /** Fixed name of its first row. */
    String name();

    /** The group that runs it together with others. */
    String group();

    /**
     * @param time how long each side is measured, warm-up apart
     */
    List<BenchmarkRow> run(Duration time);
}

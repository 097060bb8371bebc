package org.openmyna.cli;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.bench.BenchmarkRow;
import org.openmyna.bench.Benchmarks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openmyna bench}: measures a hot path beside its limit. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "bench.name")
    private String name = "all";

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "bench.seconds")
    private int seconds = 5;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        if (!Benchmarks.names().contains(name) || seconds < 1 || seconds > 3600) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    voice.words("bench.usage", String.join(", ", Benchmarks.names())));
        }
        List<BenchmarkRow> rows = Benchmarks.run(name, Duration.ofSeconds(seconds));
        for (BenchmarkRow row : rows) {
            voice.line(
                    "%-18s %,12.1f %-8s %s %,12.1f  %.2f (%s) %s"
                            .formatted(
                                    row.name(),
                                    row.value(),
                                    row.unit(),
                                    voice.words("bench.limit"),
                                    row.limit(),
                                    row.ratio(),
                                    row.goal(),
                                    voice.words(row.met() ? "bench.met" : "bench.missed")));
            voice.line("    " + row.note());
        }
        voice.data(rows.stream().map(BenchmarkRow::members).toList());
        return rows.stream().allMatch(BenchmarkRow::met) ? 0 : 1;
    }
}

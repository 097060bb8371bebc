package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.kernel.NativeCrypto;

/**
 * A login on the virtual card (SELECT, VERIFY, COMPUTE DIGITAL SIGNATURE, five commands in all)
 * beside the provider's bare RSA-2048 signature, on one thread.
 */
final class CardSign implements Benchmark {
    @Override
    public String name() {
        return "card-sign";
    }

    @Override
    public String group() {
        return "card";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        try (var specimen = new SpecimenCard();
                VirtualCard card = specimen.open()) {
            Turns turns = Turns.of(time, new BareRsa().signature(), () -> Login.run(card));
            return List.of(
                    BenchmarkRow.atLeast(
                            0.80,
                            name(),
                            turns.rate(1).elapsed(),
                            "login/s",
                            turns.rate(0).elapsed(),
                            "one thread, SELECT + VERIFY + sign; limit: bare RSA-2048 of "
                                    + NativeCrypto.name()
                                    + "; medians of "
                                    + turns.count()
                                    + " turns"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package org.openmyna.server.cards;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.cards.api.ResidentChanged;

/** Numbers alone: nothing about anybody. */
final class CardsMeters implements Watch {
    private final MeterRegistry meters;

    CardsMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> T production(Supplier<T> work) {
        return timed("openmyna.cards.productions", "Calls for a card", Tags.empty(), work);
    }

    void changes(List<ResidentChanged.Named> changes, Runnable work) {
        var unused =
                timed(
                        "openmyna.cards.tellings",
                        "Calls in which the register told changes",
                        Tags.empty(),
                        () -> {
                            work.run();
                            return true;
                        });
        for (ResidentChanged.Named each : changes)
            meters.counter("openmyna.cards.changes", "ends", lowerCase(each.change().ends()))
                    .increment();
    }

    private static String lowerCase(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private <T> T timed(String name, String description, Tags tags, Supplier<T> work) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "unexpected";
        try {
            T result = work.get();
            outcome = "done";
            return result;
        } catch (MynaException refused) {
            outcome = refused.errorCode().code();
            throw refused;
        } finally {
            sample.stop(
                    Timer.builder(name)
                            .description(description)
                            .tags(tags)
                            .tag("outcome", outcome)
                            .register(meters));
        }
    }

    /** How many cards came how far: more begun than delivered were out of date, or failed. */
    @Override
    public void at(Step step) {
        meters.counter("openmyna.cards.steps", "step", lowerCase(step)).increment();
    }
}

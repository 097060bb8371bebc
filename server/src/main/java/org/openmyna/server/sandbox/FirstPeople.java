package org.openmyna.server.sandbox;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.machine.Progress;
import org.openmyna.server.sandbox.population.PopulationLoader;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sees to it that a country has people before its server answers. */
final class FirstPeople implements SmartLifecycle {
    /** The same people in every country, so that a page of a book fits all of them. */
    private static final long SEED = 20_151_005;

    private final PopulationLoader loader;
    private final OptionalInt asked;
    private final Progress progress;
    private volatile boolean running;

    FirstPeople(PopulationLoader loader, OptionalInt asked, Progress progress) {
        this.loader = loader;
        this.asked = asked;
        this.progress = progress;
    }

    @Override
    public void start() {
        var begun = new AtomicBoolean();
        long there =
                loader.load(
                        SEED,
                        asked.orElse(Machine.USUAL_RESIDENTS),
                        step -> {
                            if (begun.compareAndSet(false, true)) {
                                progress.begins(Progress.Step.RESIDENTS);
                            }
                            LoggerFactory.getLogger(FirstPeople.class)
                                    .info("{} of {} residents", step.done(), step.wanted());
                        });
        if (asked.isPresent() && asked.getAsInt() != there) {
            progress.residentsKept(there, asked.getAsInt());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which comes last. */
    @Override
    public int getPhase() {
        return 0;
    }
}

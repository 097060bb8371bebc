package org.openmyna.server.sandbox.screens;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openmyna.kernel.MynaException;
import org.slf4j.LoggerFactory;

/**
 * What takes seconds is done behind the pages, one thing for a person at a time; pages ask how it
 * goes. An end is told for a while: how it ended, and never nothing.
 */
final class Work {
    /** What is done with a person's card. */
    enum Kind {
        MAKE,
        INSERT,
        EJECT;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    sealed interface State {
        Kind kind();

        record Running(Kind kind) implements State {}

        record Done(Kind kind, long atMillis) implements State {}

        record Failed(Kind kind, MynaException why) implements State {}

        /** What nobody expected; the log has more. */
        record Broken(Kind kind) implements State {}
    }

    private static final Duration TOLD = Duration.ofSeconds(30);

    private final Map<Long, State> states = new ConcurrentHashMap<>();
    private final InstantSource realTime;

    Work(InstantSource realTime) {
        this.realTime = realTime;
    }

    /** Begins it, unless something is under way for this person. */
    void begin(long person, Kind kind, Runnable work) {
        var begins = new AtomicBoolean();
        states.compute(
                person,
                (_, before) -> {
                    if (before instanceof State.Running) return before;
                    begins.set(true);
                    return new State.Running(kind);
                });
        if (begins.get()) {
            Thread.ofVirtual()
                    .name("card of a visitor")
                    .start(() -> states.put(person, end(kind, work)));
        }
    }

    private State end(Kind kind, Runnable work) {
        try {
            work.run();
            return new State.Done(kind, realTime.millis());
        } catch (MynaException refused) {
            return new State.Failed(kind, refused);
        } catch (RuntimeException unexpected) {
            LoggerFactory.getLogger(Work.class).warn("{} failed", kind, unexpected);
            return new State.Broken(kind);
        }
    }

    Optional<State> of(long person) {
        return Optional.ofNullable(states.get(person)).filter(this::isTold);
    }

    private boolean isTold(State state) {
        return !(state instanceof State.Done(_, long atMillis))
                || realTime.millis() - atMillis < TOLD.toMillis();
    }
}

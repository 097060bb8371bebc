package org.openmyna.server.clock;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * The line in the clock's file: how far legal time is ahead of the machine's, such as {@code
 * PT87672H}; where it does not run as fast, also how many times as fast, and when in real time it
 * was so far ahead: {@code PT87672H 1440 2026-11-27T03:00:00Z}. It may have fallen behind then.
 *
 * @param ahead at the real time {@code from}
 */
record Course(Duration ahead, Speed speed, Instant from) {
    static final Course OF_THE_MACHINE = new Course(Duration.ZERO, Speed.NORMAL, Instant.EPOCH);

    private static final int LONG = 3;

    /** From this real time on, at this legal time. */
    static Course from(Instant real, Instant legal, Speed speed) {
        return new Course(Duration.between(real, legal), speed, real);
    }

    Instant at(Instant real) {
        if (speed == Speed.NORMAL) return real.plus(ahead);
        Duration passed = Duration.between(from, real);
        Instant begun = from.plus(ahead);
        // a machine's clock that is set back does not take legal time with it
        return passed.isNegative() ? begun : begun.plus(passed.multipliedBy(speed.times()));
    }

    static Course parse(String line) throws IOException {
        if (!line.endsWith("\n")) throw new IOException("incomplete");
        String[] words = line.strip().split(" ", -1);
        try {
            Duration ahead = Duration.parse(words[0]);
            if (words.length == 1 && !ahead.isNegative())
                return new Course(ahead, Speed.NORMAL, Instant.EPOCH);
            if (words.length != LONG) throw new IOException("neither one word nor three");
            Speed speed =
                    Speed.of(Integer.parseInt(words[1]))
                            .orElseThrow(() -> new IOException("no speed"));
            return new Course(ahead, speed, Instant.parse(words[2]));
        } catch (DateTimeException | NumberFormatException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
    }

    String line() {
        boolean isPlain = speed == Speed.NORMAL && !ahead.isNegative();
        return isPlain ? ahead + "\n" : ahead + " " + speed.times() + " " + from + "\n";
    }
}

package org.openmyna.trust.checker;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the log says about one certificate, in its order. */
final class History {
    /** Reason code of a revocation. */
    private static final int NO_REASON = -1;

    /** What may be told about a certificate. */
    sealed interface State {
        record Good() implements State {}

        record Revoked(Instant at, int reason) implements State {}

        record Unknown() implements State {}
    }

    private record Event(Instant at, State after) {}

    private final List<Event> events = new ArrayList<>(2);
    private String point = "";
    private Instant notAfter = Instant.MIN;

    void add(LogLine line) {
        State before =
                events.isEmpty() ? new State.Unknown() : events.get(events.size() - 1).after();
        State after =
                switch (line.event()) {
                    case GENERATION, ACTIVATED, LIFTED -> new State.Good();
                    case CERTIFIED -> before;
                    case REVOKED ->
                            new State.Revoked(line.happenedAt(), line.reason().orElse(NO_REASON));
                };
        events.add(new Event(line.happenedAt(), after));
        point = line.point();
        notAfter = line.notAfter();
    }

    /**
     * The states at this moment: what was true after everything that happened before this second,
     * and after each thing that happened in it. Whoever answered in that second saw one of them.
     */
    Set<State> at(Instant moment) {
        Set<State> states = new LinkedHashSet<>();
        State state = new State.Unknown();
        for (Event event : events) {
            if (event.at().isAfter(moment)) {
                break;
            }
            if (event.at().equals(moment)) {
                states.add(state);
            }
            state = event.after();
        }
        states.add(state);
        return states;
    }

    static Doubt contradiction(Object told, BigInteger serial, long position, Set<State> right) {
        return new Doubt(
                "says %s of %s, but the log at position %d says %s / 番号 %2$s を %1$s と言うが、ログ（位置 %3$d）では %4$s",
                told, hex(serial), position, right);
    }

    static String hex(BigInteger serial) {
        return serial.toString(16).toUpperCase(Locale.ROOT);
    }

    /** Municipality of its distribution point. */
    String point() {
        return point;
    }

    Instant notAfter() {
        return notAfter;
    }
}

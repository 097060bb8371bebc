package org.openmyna.server.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * A notice as a form: what is asked, of whom, and what is made of the answers.
 *
 * @param kind as {@link LifeEvent#kind()} has it; its texts are {@code event.<kind>}
 * @param effectiveDay whether the day of the event is asked for
 * @param newcomers whether people are entered who have no record yet, and how many at most
 * @param groups the questions; nothing is asked twice
 * @param newcomer the questions about the n-th newcomer, from 1 on
 * @param fits whose records this can be about
 */
record EventForm(
        String kind,
        boolean ofPerson,
        boolean effectiveDay,
        int newcomers,
        List<Group> groups,
        IntFunction<Group> newcomer,
        Predicate<ResidentRecord> fits,
        Maker maker) {
    /** Makes an event of answers that were found to be complete. */
    @FunctionalInterface
    interface Maker {
        LifeEvent event(Answers answers);
    }

    /** Everything that is asked if so many people are entered. */
    List<Group> groups(int people) {
        List<Group> all = new ArrayList<>();
        for (int n = 1; n <= Math.min(people, newcomers); n++) all.add(newcomer.apply(n));
        all.addAll(groups);
        return all;
    }

    /** For addresses: {@code move-within}. */
    String path() {
        return path(kind);
    }

    static String path(String kind) {
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    static Builder of(String kind) {
        return new Builder(kind);
    }

    /** Puts one together. */
    static final class Builder {
        private final String kind;
        private boolean ofPerson = true;
        private boolean effectiveDay = true;
        private int newcomers;
        private final List<Group> groups = new ArrayList<>();
        private IntFunction<Group> newcomer = n -> Group.of("newcomer");
        private Predicate<ResidentRecord> fits = EventForm::isResident;

        private Builder(String kind) {
            this.kind = kind;
        }

        /** About people who have no record here. */
        Builder ofNobody() {
            ofPerson = false;
            return this;
        }

        Builder withoutDay() {
            effectiveDay = false;
            return this;
        }

        Builder asks(String group, Field... fields) {
            groups.add(Group.of(group, fields));
            return this;
        }

        Builder enters(int most, IntFunction<Group> questions) {
            newcomers = most;
            newcomer = questions;
            return this;
        }

        Builder fits(Predicate<ResidentRecord> which) {
            fits = which;
            return this;
        }

        EventForm makes(Function<Answers, LifeEvent> event) {
            return new EventForm(
                    kind,
                    ofPerson,
                    effectiveDay,
                    newcomers,
                    List.copyOf(groups),
                    newcomer,
                    fits,
                    event::apply);
        }
    }

    static boolean isResident(ResidentRecord record) {
        return record.standing() == org.openmyna.server.residents.api.Standing.RESIDENT;
    }
}

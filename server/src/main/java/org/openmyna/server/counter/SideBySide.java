package org.openmyna.server.counter;

import java.util.List;
import java.util.function.Function;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * What a person's record says now about days that are over, and what it would say: what the other
 * side says otherwise about one of these days is marked.
 *
 * @param person the register's id
 */
record SideBySide(long person, List<Row> before, List<Row> after) {
    SideBySide {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** A record, its days, and which of its items the other side has otherwise. */
    record Row(
            Outcome.Days days,
            boolean name,
            boolean address,
            boolean relationship,
            boolean standing) {
        static Row of(Outcome.Days days, List<Outcome.Days> other) {
            return new Row(
                    days,
                    differs(days, other, ResidentRecord::name),
                    differs(days, other, ResidentRecord::address),
                    differs(days, other, ResidentRecord::relationship),
                    differs(days, other, ResidentRecord::standing));
        }

        private static boolean differs(
                Outcome.Days days,
                List<Outcome.Days> other,
                Function<ResidentRecord, Object> item) {
            Object value = item.apply(days.record());
            List<Outcome.Days> meanwhile = other.stream().filter(each -> meet(each, days)).toList();
            return meanwhile.isEmpty()
                    || meanwhile.stream()
                            .anyMatch(each -> !item.apply(each.record()).equals(value));
        }

        private static boolean meet(Outcome.Days one, Outcome.Days other) {
            return one.to().filter(end -> !end.isAfter(other.from())).isEmpty()
                    && other.to().filter(end -> !end.isAfter(one.from())).isEmpty();
        }
    }

    static SideBySide of(Outcome.Change change) {
        return new SideBySide(
                change.person().value(),
                change.before().stream().map(each -> Row.of(each, change.after())).toList(),
                change.after().stream().map(each -> Row.of(each, change.before())).toList());
    }
}

package org.openmyna.server.residents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.timeline.Span;

/**
 * What a notice changes: what was known before, and what is known with it.
 *
 * @param people of whom anything changes
 */
record Difference(List<OfPerson> people) {
    /**
     * @param before as known before, in the order of days; beginning on the day before the first
     *     change, or later
     * @param after as known with it
     * @param ends rows that are known no more
     * @param begins spans to be written
     */
    record OfPerson(
            ResidentId person,
            List<Span> before,
            List<Span> after,
            List<VersionRow> ends,
            List<Span> begins) {
        Optional<ResidentRecord> before(LocalDate day) {
            return on(before, day);
        }

        Optional<ResidentRecord> after(LocalDate day) {
            return on(after, day);
        }

        private static Optional<ResidentRecord> on(List<Span> spans, LocalDate day) {
            return spans.stream().filter(span -> span.holdsOn(day)).findFirst().map(Span::record);
        }

        /** As it will be until further notice. */
        Optional<ResidentRecord> last() {
            return after.isEmpty() ? Optional.empty() : Optional.of(after.getLast().record());
        }

        /** First day whose record is another now. */
        LocalDate firstDay() {
            LocalDate first = Span.OPEN;
            Set<LocalDate> edges = new HashSet<>();
            ends.forEach(row -> edges.addAll(List.of(row.span().from(), row.span().to())));
            begins.forEach(span -> edges.addAll(List.of(span.from(), span.to())));
            for (LocalDate day : edges)
                if (day.isBefore(first) && !before(day).equals(after(day))) first = day;
            return first;
        }
    }

    static Difference of(List<VersionRow> known, Map<ResidentId, List<Span>> timelines) {
        Map<ResidentId, List<VersionRow>> rows = new HashMap<>();
        known.forEach(row ->
                rows.computeIfAbsent(row.span().record().id(), any -> new ArrayList<>()).add(row));
        Set<ResidentId> everybody = new HashSet<>(rows.keySet());
        everybody.addAll(timelines.keySet());
        Map<Long, OfPerson> changed = new TreeMap<>();
        for (ResidentId person : everybody) {
            OfPerson difference =
                    of(
                            person,
                            rows.getOrDefault(person, List.of()),
                            timelines.getOrDefault(person, List.of()));
            if (!difference.ends().isEmpty() || !difference.begins().isEmpty())
                changed.put(person.value(), difference);
        }
        return new Difference(List.copyOf(changed.values()));
    }

    /** The same once more, from a day on: what lies beside a record has changed. */
    static Difference again(List<VersionRow> known, ResidentId person, LocalDate from) {
        List<VersionRow> rows =
                known.stream()
                        .filter(row -> row.span().record().id().equals(person))
                        .filter(row -> row.span().to().isAfter(from))
                        .toList();
        List<Span> spans = rows.stream().map(VersionRow::span).toList();
        return new Difference(List.of(new OfPerson(person, spans, spans, rows, spans)));
    }

    private static OfPerson of(ResidentId person, List<VersionRow> rows, List<Span> after) {
        List<Span> before = rows.stream().map(VersionRow::span).toList();
        Set<Span> stay = new HashSet<>(before);
        stay.retainAll(new HashSet<>(after));
        return new OfPerson(
                person,
                before,
                after,
                rows.stream().filter(row -> !stay.contains(row.span())).toList(),
                after.stream().filter(span -> !stay.contains(span)).toList());
    }
}

package org.openmyna.server.residents.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;

/** Everybody's record at one moment of a replay, and all records so far. */
final class Scene {
    private final Map<ResidentId, ResidentRecord> now = new LinkedHashMap<>();
    private final Map<ResidentId, List<Span>> past = new LinkedHashMap<>();
    private final Set<ResidentId> changed = new HashSet<>();

    Scene(Start start) {
        start.before()
                .forEach((id, span) -> {
                    now.put(id, span.record());
                    past.computeIfAbsent(id, any -> new ArrayList<>()).add(span.until(Span.OPEN));
                });
    }

    void put(ResidentRecord record) {
        now.put(record.id(), record);
        changed.add(record.id());
    }

    void change(ResidentId person, Consumer<Draft> how) {
        Draft draft = new Draft(there(person));
        how.accept(draft);
        put(draft.record());
    }

    ResidentRecord there(ResidentId person) {
        ResidentRecord record = now.get(person);
        if (record == null) throw new NotPossible(Reason.NOT_THERE);
        return record;
    }

    boolean isThere(ResidentId person) {
        return now.containsKey(person);
    }

    /** Whose record this municipality keeps; neither dead nor removed. */
    ResidentRecord open(ResidentId person, MunicipalityCode municipality) {
        ResidentRecord record = of(person, municipality);
        if (record.standing() == Standing.DEAD || record.standing() == Standing.REMOVED)
            throw new NotPossible(Reason.RECORD_CLOSED);
        return record;
    }

    ResidentRecord of(ResidentId person, MunicipalityCode municipality) {
        ResidentRecord record = there(person);
        if (!record.municipality().equals(municipality))
            throw new NotPossible(Reason.OTHER_MUNICIPALITY);
        return record;
    }

    ResidentRecord resident(ResidentId person, MunicipalityCode municipality) {
        ResidentRecord record = there(person);
        if (record.standing() != Standing.RESIDENT) throw new NotPossible(Reason.NOT_RESIDENT);
        return of(person, municipality);
    }

    List<ResidentRecord> members(HouseholdId household) {
        Predicate<ResidentRecord> lives =
                record -> record.household().equals(Optional.of(household));
        return now.values().stream().filter(lives).toList();
    }

    /** Those of a household that is there, in this municipality. */
    List<ResidentRecord> household(HouseholdId household, MunicipalityCode municipality) {
        List<ResidentRecord> members = members(household);
        if (members.isEmpty() || !members.getFirst().municipality().equals(municipality))
            throw new NotPossible(Reason.NO_SUCH_HOUSEHOLD);
        return members;
    }

    /** The one who answers for it; within a day there may be none. */
    static ResidentRecord speaker(Collection<ResidentRecord> members) {
        return members.stream()
                .filter(each -> each.relationship().isHouseholder())
                .findFirst()
                .orElse(members.iterator().next());
    }

    /** A day is over: what has changed begins to hold on it. */
    void closeDay(LocalDate day, boolean mustHaveHouseholders) {
        if (mustHaveHouseholders) mustHaveHouseholders();
        changed.forEach(id -> write(past.computeIfAbsent(id, any -> new ArrayList<>()), id, day));
        changed.clear();
    }

    private void write(List<Span> spans, ResidentId id, LocalDate day) {
        ResidentRecord record = there(id);
        if (!spans.isEmpty()) {
            if (spans.getLast().record().equals(record)) return;
            spans.set(spans.size() - 1, spans.getLast().until(day));
        }
        spans.add(new Span(day, Span.OPEN, record));
    }

    private void mustHaveHouseholders() {
        Map<HouseholdId, Integer> householders = new LinkedHashMap<>();
        now.values()
                .forEach(each ->
                        each.household()
                                .ifPresent(in ->
                                        householders.merge(
                                                in,
                                                each.relationship().isHouseholder() ? 1 : 0,
                                                Integer::sum)));
        if (householders.values().stream().anyMatch(count -> count != 1))
            throw new NotPossible(Reason.NOT_ONE_HOUSEHOLDER);
    }

    Map<ResidentId, List<Span>> timelines() {
        Map<ResidentId, List<Span>> all =
                new TreeMap<>((a, b) -> Long.compare(a.value(), b.value()));
        past.forEach((id, spans) -> all.put(id, List.copyOf(spans)));
        return all;
    }
}

package org.openmyna.server.sandbox.screens;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.residents.api.ResidentService.Situation;
import org.openmyna.server.sandbox.NoSuchPerson;
import org.openmyna.server.sandbox.SandboxCalls;
import org.openmyna.server.sandbox.population.Municipalities;
import org.openmyna.server.sandbox.population.Specimens;
import org.openmyna.trust.profile.ValidityRule;

/** The people of the test country, for whoever picks one. */
final class People {
    /** A page of the picker. */
    static final int PAGE = 20;

    /** Specimens are among the first who came. */
    private static final int FEW = 200;

    /** Situations that a record does not tell by itself. */
    private static final Map<Situation, Why> OF_THE_REGISTER =
            new EnumMap<>(Map.of(Situation.PROTECTED, Why.PROTECTED, Situation.TWIN, Why.TWIN));

    /**
     * Some people.
     *
     * @param next where the following ones begin; none if there are none
     */
    record Some(List<Person> people, Optional<Long> next) {
        Some {
            people = List.copyOf(people);
        }
    }

    private final ResidentService residents;
    private final CardService cards;
    private final SandboxCalls calls;
    private final InstantSource legalTime;
    private final Municipalities municipalities = new Municipalities();

    People(
            ResidentService residents,
            CardService cards,
            SandboxCalls calls,
            InstantSource legalTime) {
        this.residents = residents;
        this.cards = cards;
        this.calls = calls;
        this.legalTime = legalTime;
    }

    /** Those in this situation whose name or furigana begins so, behind the one given. */
    Some find(Situation situation, String name, long after) {
        List<ResidentRecord> found =
                situation == Situation.SPECIMEN
                        ? specimens(name, after)
                        : pick(situation, name, after, PAGE + 1);
        List<ResidentRecord> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<Situation, Set<Long>> told = told(name, after);
        return new Some(
                shown.stream().map(each -> person(each, told)).toList(),
                found.size() > PAGE ? Optional.of(shown.getLast().id().value()) : Optional.empty());
    }

    private List<ResidentRecord> specimens(String name, long after) {
        return pick(Situation.ANYBODY, name, after, FEW).stream().filter(Specimens::isOne).toList();
    }

    /**
     * @throws NoSuchPerson if there is none (MYNA-SBX-002)
     */
    Person person(long id) {
        return find(id).orElseThrow(NoSuchPerson::new);
    }

    Optional<Person> find(long id) {
        if (id < 1) return Optional.empty();
        return pick(Situation.ANYBODY, "", id - 1, 1).stream()
                .filter(each -> each.id().value() == id)
                .findFirst()
                .map(each -> person(each, told("", id - 1)));
    }

    LocalDate today() {
        return LocalDate.ofInstant(legalTime.instant(), ValidityRule.JAPAN);
    }

    private Map<Situation, Set<Long>> told(String name, long after) {
        return OF_THE_REGISTER.keySet().stream()
                .collect(
                        Collectors.toMap(
                                each -> each,
                                each ->
                                        pick(each, name, after, PAGE).stream()
                                                .map(one -> one.id().value())
                                                .collect(Collectors.toSet())));
    }

    private Person person(ResidentRecord record, Map<Situation, Set<Long>> told) {
        List<Why> why = new ArrayList<>();
        OF_THE_REGISTER.forEach((situation, reason) -> {
            if (told.getOrDefault(situation, Set.of()).contains(record.id().value())) {
                why.add(reason);
            }
        });
        why.addAll(Why.of(record, today()));
        return new Person(
                record,
                municipalities.of(record.municipality()),
                Why.age(record.birthDate(), today()),
                why,
                cards.card(calls.once(), record.id().value()).isPresent());
    }

    private List<ResidentRecord> pick(Situation situation, String name, long after, int most) {
        return residents.pick(calls.once(), situation, name, after, most);
    }
}

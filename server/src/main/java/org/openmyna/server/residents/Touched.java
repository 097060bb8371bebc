package org.openmyna.server.residents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.ResidentId;

/**
 * Whom an event names.
 *
 * @param people who have a record already
 * @param household that is joined or grows
 * @param makesHousehold whether a household comes into being
 */
record Touched(
        List<ResidentId> people,
        List<Newcomer> newcomers,
        Optional<HouseholdId> household,
        boolean makesHousehold) {
    static Touched by(LifeEvent event) {
        return switch (event) {
            case LifeEvent.Birth birth ->
                    new Touched(
                            List.of(),
                            List.of(birth.child()),
                            Optional.of(birth.household()),
                            false);
            case LifeEvent.Arrival arrival ->
                    home(arrival.home(), List.of(), List.of(), arrival.people());
            case LifeEvent.MoveIn move -> home(move.home(), move.people(), List.of(), List.of());
            case LifeEvent.MoveWithin move ->
                    home(move.home(), move.people(), move.staying(), List.of());
            case LifeEvent.HouseholdChange change ->
                    new Touched(
                            ids(change.members(), change.staying()),
                            List.of(),
                            change.household(),
                            change.household().isEmpty());
            case LifeEvent.MoveOut move -> leaving(move.people(), move.staying());
            case LifeEvent.Emigration move -> leaving(move.people(), move.staying());
            case LifeEvent.Death death -> leaving(List.of(death.person()), death.staying());
            case LifeEvent.Deletion gone -> leaving(List.of(gone.person()), gone.staying());
            case LifeEvent.NameChange change -> one(change.person());
            case LifeEvent.FormerSurnameChange change -> one(change.person());
            case LifeEvent.AliasChange change -> one(change.person());
            case LifeEvent.Correction change -> one(change.person());
            case LifeEvent.StayChange change -> one(change.person());
            case LifeEvent.RecordCodeChange change -> one(change.person());
            case LifeEvent.Cancellation ignored ->
                    new Touched(List.of(), List.of(), Optional.empty(), false);
        };
    }

    private static Touched one(ResidentId person) {
        return leaving(List.of(person), List.of());
    }

    private static Touched leaving(List<ResidentId> people, List<Member> staying) {
        List<ResidentId> all = new ArrayList<>(people);
        staying.forEach(each -> all.add(each.person()));
        return new Touched(all, List.of(), Optional.empty(), false);
    }

    private static Touched home(
            Home home, List<Member> people, List<Member> staying, List<Newcomer> newcomers) {
        return new Touched(
                ids(people, staying), newcomers, home.household(), home.household().isEmpty());
    }

    private static List<ResidentId> ids(List<Member> some, List<Member> others) {
        return Stream.concat(some.stream(), others.stream()).map(Member::person).toList();
    }
}

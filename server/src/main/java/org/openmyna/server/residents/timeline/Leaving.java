package org.openmyna.server.residents.timeline;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent.Death;
import org.openmyna.server.residents.api.LifeEvent.Deletion;
import org.openmyna.server.residents.api.LifeEvent.Emigration;
import org.openmyna.server.residents.api.LifeEvent.MoveOut;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.PlannedMove;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;

/** Events by which people leave: 転出, 国外転出, 死亡, 職権消除. */
final class Leaving {
    private final Scene scene;

    Leaving(Scene scene) {
        this.scene = scene;
    }

    /** The notice of a move that lies ahead; whether it can happen shows on its day. */
    void announce(Entry entry, MoveOut event) {
        for (ResidentId person : event.people()) {
            if (scene.isThere(person) && scene.there(person).standing() == Standing.RESIDENT)
                scene.change(person, draft -> draft.plannedMove = Optional.of(plan(entry, event)));
        }
    }

    void moveOut(Entry entry, MoveOut event) {
        leave(
                entry.municipality(),
                event.people(),
                event.staying(),
                draft -> {
                    draft.leave(Standing.MOVED_OUT);
                    draft.plannedMove = Optional.of(plan(entry, event));
                });
    }

    private static PlannedMove plan(Entry entry, MoveOut event) {
        return new PlannedMove(entry.effectiveOn(), event.destination(), event.special());
    }

    void emigration(Entry entry, Emigration event) {
        leave(
                entry.municipality(),
                event.people(),
                event.staying(),
                draft -> {
                    if (event.continuedUse() && draft.foreign.isPresent())
                        throw new NotPossible(Reason.NOT_JAPANESE);
                    draft.leave(Standing.ABROAD);
                    draft.continuedUse = event.continuedUse();
                    draft.depart(entry.effectiveOn());
                    draft.followFamilyRegister();
                });
    }

    void death(Entry entry, Death event) {
        close(entry, event.person(), event.staying(), Standing.DEAD);
    }

    void deletion(Entry entry, Deletion event) {
        close(entry, event.person(), event.staying(), Standing.REMOVED);
    }

    private void close(Entry entry, ResidentId person, List<Member> staying, Standing as) {
        ResidentRecord record = scene.open(person, entry.municipality());
        record.household()
                .ifPresentOrElse(
                        household -> stay(household, List.of(person), staying),
                        () -> {
                            if (!staying.isEmpty()) throw new NotPossible(Reason.DOES_NOT_STAY);
                        });
        scene.change(person, draft -> draft.leave(as));
    }

    private void leave(
            MunicipalityCode municipality,
            List<ResidentId> people,
            List<Member> staying,
            Consumer<Draft> how) {
        stay(oneHousehold(scene, people, municipality), people, staying);
        people.forEach(person -> scene.change(person, how));
    }

    /** The household that all of these people live in. */
    static HouseholdId oneHousehold(
            Scene scene, List<ResidentId> people, MunicipalityCode municipality) {
        mustBeDifferent(people);
        Set<HouseholdId> households = new HashSet<>();
        for (ResidentId person : people)
            households.add(scene.resident(person, municipality).household().orElseThrow());
        if (households.size() != 1) throw new NotPossible(Reason.NOT_ONE_HOUSEHOLD);
        return households.iterator().next();
    }

    static void mustBeDifferent(Collection<ResidentId> people) {
        if (people.isEmpty() || new HashSet<>(people).size() != people.size())
            throw new NotPossible(Reason.PEOPLE_NAMED_WRONGLY);
    }

    private void stay(HouseholdId household, List<ResidentId> leaving, List<Member> staying) {
        stay(scene, household, leaving, staying);
    }

    /** What those who stay become. */
    static void stay(
            Scene scene, HouseholdId household, List<ResidentId> leaving, List<Member> staying) {
        for (Member member : staying) {
            boolean stays =
                    scene.there(member.person()).household().equals(Optional.of(household))
                            && !leaving.contains(member.person());
            if (!stays) throw new NotPossible(Reason.DOES_NOT_STAY);
            scene.change(member.person(), draft -> draft.relationship = member.relationship());
        }
    }
}

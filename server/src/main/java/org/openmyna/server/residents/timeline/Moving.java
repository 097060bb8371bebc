package org.openmyna.server.residents.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent.HouseholdChange;
import org.openmyna.server.residents.api.LifeEvent.MoveWithin;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;

/** Events within a municipality: 転居, 世帯変更. */
final class Moving {
    private final Scene scene;

    Moving(Scene scene) {
        this.scene = scene;
    }

    void moveWithin(Entry entry, MoveWithin event) {
        List<ResidentId> people = event.people().stream().map(Member::person).toList();
        HouseholdId left = Leaving.oneHousehold(scene, people, entry.municipality());
        boolean same = event.home().household().equals(Optional.of(left));
        if (same && scene.members(left).size() != people.size())
            throw new NotPossible(Reason.NOT_WHOLE_HOUSEHOLD);
        HouseholdId household = Coming.household(scene, entry, event.home());
        Leaving.stay(scene, left, people, event.staying());
        for (Member member : event.people())
            scene.change(
                    member.person(),
                    draft -> {
                        draft.previousAddress = Optional.of(draft.address);
                        draft.address = event.home().address();
                        draft.addressSince = Optional.of(entry.effectiveOn());
                        draft.household = Optional.of(household);
                        draft.relationship = member.relationship();
                    });
    }

    void householdChange(Entry entry, HouseholdChange event) {
        List<ResidentId> people = event.members().stream().map(Member::person).toList();
        Leaving.mustBeDifferent(people);
        Set<HouseholdId> touched = new HashSet<>();
        for (ResidentId person : people) touched.add(household(entry, person));
        HouseholdId target = event.household().orElseGet(() -> entry.ownHousehold().orElseThrow());
        if (event.household().isPresent() && touched.add(target))
            scene.household(target, entry.municipality());
        for (Member member : event.staying()) {
            boolean stays =
                    touched.contains(household(entry, member.person()))
                            && !people.contains(member.person());
            if (!stays) throw new NotPossible(Reason.DOES_NOT_STAY);
            scene.change(member.person(), draft -> draft.relationship = member.relationship());
        }
        for (Member member : event.members())
            scene.change(
                    member.person(),
                    draft -> {
                        draft.household = Optional.of(target);
                        draft.relationship = member.relationship();
                    });
    }

    private HouseholdId household(Entry entry, ResidentId person) {
        ResidentRecord record = scene.resident(person, entry.municipality());
        return record.household().orElseThrow();
    }
}

package org.openmyna.server.residents.timeline;

import java.time.LocalDate;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent.Arrival;
import org.openmyna.server.residents.api.LifeEvent.Birth;
import org.openmyna.server.residents.api.LifeEvent.MoveIn;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;

/** Events by which people become residents: 出生, 転入. */
final class Coming {
    private final Scene scene;

    Coming(Scene scene) {
        this.scene = scene;
    }

    void birth(Entry entry, Birth event) {
        Optional<LocalDate> born = event.child().birthDate().exact();
        if (born.isPresent() && !born.get().equals(entry.effectiveOn()))
            throw new NotPossible(Reason.OTHER_BIRTH_DATE);
        ResidentRecord parent =
                Scene.speaker(scene.household(event.household(), entry.municipality()));
        enter(entry, 0, event.child(), parent.address(), event.household(), Optional.empty());
    }

    void arrival(Entry entry, Arrival event) {
        if (event.people().isEmpty()) throw new NotPossible(Reason.PEOPLE_NAMED_WRONGLY);
        HouseholdId household = household(scene, entry, event.home());
        Address address = event.home().address();
        for (int n = 0; n < event.people().size(); n++)
            enter(entry, n, event.people().get(n), address, household, event.from());
    }

    private void enter(
            Entry entry,
            int n,
            Newcomer person,
            Address address,
            HouseholdId household,
            Optional<Address> from) {
        scene.put(
                Draft.of(
                        entry.newcomers().get(n),
                        person,
                        entry.municipality(),
                        address,
                        household,
                        entry.effectiveOn(),
                        from));
    }

    void moveIn(Entry entry, MoveIn event) {
        Leaving.mustBeDifferent(event.people().stream().map(Member::person).toList());
        for (Member member : event.people()) mustHaveLeft(member.person());
        HouseholdId household = household(scene, entry, event.home());
        for (Member member : event.people())
            scene.change(
                    member.person(),
                    draft -> {
                        draft.standing = Standing.RESIDENT;
                        draft.municipality = entry.municipality();
                        draft.previousAddress = Optional.of(draft.address);
                        draft.address = event.home().address();
                        draft.household = Optional.of(household);
                        draft.relationship = member.relationship();
                        draft.residentSince = entry.effectiveOn();
                        draft.addressSince = Optional.empty();
                        draft.plannedMove = Optional.empty();
                        draft.continuedUse = false;
                    });
    }

    private void mustHaveLeft(ResidentId person) {
        ResidentRecord record = scene.there(person);
        switch (record.standing()) {
            case MOVED_OUT, ABROAD -> {}
            case DEAD, REMOVED -> throw new NotPossible(Reason.RECORD_CLOSED);
            case RESIDENT ->
                    throw new NotPossible(
                            record.plannedMove().isPresent()
                                    ? Reason.MOVE_OUT_LIES_AHEAD
                                    : Reason.NOT_MOVED_OUT);
        }
    }

    /** The one that is joined, or a new one. */
    static HouseholdId household(Scene scene, Entry entry, Home home) {
        if (!home.municipality().equals(entry.municipality()))
            throw new NotPossible(Reason.OTHER_MUNICIPALITY);
        if (home.household().isEmpty()) return entry.ownHousehold().orElseThrow();
        scene.household(home.household().get(), entry.municipality());
        return home.household().get();
    }
}

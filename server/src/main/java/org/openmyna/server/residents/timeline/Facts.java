package org.openmyna.server.residents.timeline;

import java.util.Optional;
import org.openmyna.server.residents.api.LifeEvent.AliasChange;
import org.openmyna.server.residents.api.LifeEvent.Correction;
import org.openmyna.server.residents.api.LifeEvent.FormerSurnameChange;
import org.openmyna.server.residents.api.LifeEvent.NameChange;
import org.openmyna.server.residents.api.LifeEvent.StayChange;
import org.openmyna.server.residents.api.ResidentRecord;

/** Events that change what is written of somebody. */
final class Facts {
    private final Scene scene;

    Facts(Scene scene) {
        this.scene = scene;
    }

    /** A name without a notified reading has none: the old one would be wrong. */
    void nameChange(Entry entry, NameChange event) {
        scene.open(event.person(), entry.municipality());
        scene.change(
                event.person(),
                draft -> {
                    draft.name = event.name();
                    draft.furigana = event.furigana();
                    draft.familyRegister = event.familyRegister().or(() -> draft.familyRegister);
                    draft.followFamilyRegister();
                });
    }

    void formerSurname(Entry entry, FormerSurnameChange event) {
        ResidentRecord record = scene.open(event.person(), entry.municipality());
        if (record.foreign().isPresent()) throw new NotPossible(Reason.NOT_JAPANESE);
        scene.change(event.person(), draft -> draft.formerSurname = event.formerSurname());
    }

    void alias(Entry entry, AliasChange event) {
        mustBeForeign(scene.open(event.person(), entry.municipality()));
        scene.change(event.person(), draft -> draft.alias = event.alias());
    }

    void stay(Entry entry, StayChange event) {
        mustBeForeign(scene.open(event.person(), entry.municipality()));
        scene.change(event.person(), draft -> draft.foreign = Optional.of(event.foreign()));
    }

    private static void mustBeForeign(ResidentRecord record) {
        if (record.foreign().isEmpty()) throw new NotPossible(Reason.NOT_FOREIGN);
    }

    /** Also of the dead and the removed: a closed record can be wrong too. */
    void correction(Entry entry, Correction event) {
        scene.of(event.person(), entry.municipality());
        scene.change(
                event.person(),
                draft -> {
                    event.name().ifPresent(name -> draft.name = name);
                    draft.furigana = event.furigana().or(() -> draft.furigana);
                    event.birthDate().ifPresent(date -> draft.birthDate = date);
                    event.sex().ifPresent(sex -> draft.sex = sex);
                    event.address().ifPresent(address -> draft.address = address);
                    draft.familyRegister = event.familyRegister().or(() -> draft.familyRegister);
                    draft.followFamilyRegister();
                });
    }
}

package org.openmyna.server.counter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.web.page.Typed;

/** What stands in a notice before anything is typed: what is known already. */
final class FirstValues {
    private final Map<String, String> values = new HashMap<>();

    private FirstValues() {}

    /**
     * @param given {@code notice} to be cancelled, {@code mover}: somebody who moves in
     */
    static Sheet of(EventForm form, Subject subject, LocalDate today, Typed given) {
        FirstValues all = new FirstValues();
        DayFields.put(Answers.NOTIFIED, today, all.values);
        // a code is changed on the day of the recording, and on no other
        if (form.kind().equals("RecordCodeChange"))
            DayFields.put(Answers.EFFECTIVE, today, all.values);
        all.values.put(Answers.EFFECTIVE + "-era", "R");
        all.values.put("people", "1");
        // only a whole household can move and stay the same
        boolean splits = form.kind().equals("MoveWithin") && subject.members().size() > 1;
        all.values.put("household", splits ? "NEW" : "SAME");
        all.values.put("notice", given.as("notice"));
        all.values.put("mover-1", given.as("mover"));
        all.values.put("mover-1-rel", Relationship.HOUSEHOLDER.text());
        all.values.put("relationship", "子");
        all.values.put(
                "p1-relationship",
                form.kind().equals("Birth") ? "子" : Relationship.HOUSEHOLDER.text());
        for (ResidentRecord member : subject.members()) {
            all.values.put("rel-" + member.id().value(), member.relationship().text());
        }
        subject.person().ifPresent(all::person);
        return Sheet.fresh(all.values);
    }

    private void person(ResidentRecord record) {
        values.put("goes", String.valueOf(record.id().value()));
        record.formerSurname().ifPresent(name -> values.put("formerSurname", name));
        record.alias().ifPresent(name -> values.put("alias", name));
        record.foreign().ifPresent(this::stay);
    }

    private void stay(ForeignResident foreign) {
        values.put("nationality", foreign.nationality());
        values.put("status", foreign.status());
        values.put("residenceCard", foreign.residenceCard());
        foreign.until().ifPresent(day -> DayFields.put("until", day, values));
    }
}

package org.openmyna.server.counter;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * What was answered to an {@link EventForm}. {@link #notice} may be asked for once {@link
 * AnswerCheck} found no mistake; until then anything may be missing.
 */
final class Answers {
    static final int MOST_MOVERS = 8;
    static final String EFFECTIVE = "effective";
    static final String NOTIFIED = "notified";

    private final EventForm form;
    private final Subject subject;
    private final Sheet sheet;
    private final int more;

    Answers(EventForm form, Subject subject, Sheet sheet) {
        this(form, subject, sheet, 0);
    }

    private Answers(EventForm form, Subject subject, Sheet sheet, int more) {
        this.form = form;
        this.subject = subject;
        this.sheet = sheet;
        this.more = more;
    }

    /** Asks about one person more. */
    Answers withOneMore() {
        return new Answers(form, subject, sheet, 1);
    }

    EventForm form() {
        return form;
    }

    Subject subject() {
        return subject;
    }

    Sheet sheet() {
        return sheet;
    }

    Notice notice() {
        LocalDate notified = day(NOTIFIED).orElseThrow();
        return new Notice(
                form.maker().event(this),
                form.effectiveDay() ? day(EFFECTIVE).orElseThrow() : notified,
                notified);
    }

    /** How many newcomers are entered. */
    int people() {
        if (form.newcomers() == 0) return 0;
        String typed = plain("people");
        int people = typed.matches("[1-9]") ? Integer.parseInt(typed) : 1;
        return Math.min(people + more, form.newcomers());
    }

    List<Group> groups() {
        return form.groups(people());
    }

    ResidentId person() {
        return subject.person().orElseThrow().id();
    }

    HouseholdId household() {
        return subject.householdId().orElseThrow();
    }

    MunicipalityCode municipality() {
        return subject.municipality();
    }

    LocalDate effective() {
        return day(EFFECTIVE).orElseThrow();
    }

    String text(String name) {
        return sheet.value(name).strip();
    }

    Optional<String> maybe(String name) {
        String text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    boolean ticked(String name) {
        return sheet.has(name, "yes");
    }

    long number(String name) {
        return Long.parseLong(plain(name));
    }

    /** Half-width, without blanks around it. */
    String plain(String name) {
        return Normalizer.normalize(sheet.value(name), Normalizer.Form.NFKC).strip();
    }

    Optional<LocalDate> day(String name) {
        return Days.day(name, sheet::value) instanceof Days.Read.Day<LocalDate>(LocalDate day)
                ? Optional.of(day)
                : Optional.empty();
    }

    Optional<JapaneseDate> birthDate(String name) {
        return Days.birthDate(name, sheet::value)
                        instanceof Days.Read.Day<JapaneseDate>(JapaneseDate day)
                ? Optional.of(day)
                : Optional.empty();
    }

    private boolean goes(ResidentRecord member) {
        return sheet.has("goes", String.valueOf(member.id().value()));
    }

    List<ResidentId> goingIds() {
        return subject.members().stream().filter(this::goes).map(ResidentRecord::id).toList();
    }

    List<Member> going() {
        return subject.members().stream()
                .filter(this::goes)
                .map(each -> new Member(each.id(), relationship(each)))
                .toList();
    }

    /** Those who stay and become something else. */
    List<Member> staying() {
        boolean asked =
                form.groups(0).stream()
                        .flatMap(group -> group.fields().stream())
                        .anyMatch(field -> field.type() == Field.Type.STAYING);
        List<ResidentRecord> stay =
                asked
                        ? subject.others()
                        : subject.members().stream().filter(each -> !goes(each)).toList();
        return stay.stream()
                .filter(each -> !relationship(each).equals(each.relationship()))
                .map(each -> new Member(each.id(), relationship(each)))
                .toList();
    }

    private Relationship relationship(ResidentRecord member) {
        return maybe("rel-" + member.id().value())
                .map(Relationship::new)
                .orElse(member.relationship());
    }

    List<Member> movers() {
        return IntStream.rangeClosed(1, MOST_MOVERS)
                .filter(n -> maybe("mover-" + n).isPresent())
                .mapToObj(n ->
                        new Member(
                                new ResidentId(number("mover-" + n)),
                                new Relationship(text("mover-" + n + "-rel"))))
                .toList();
    }

    /** A name and what stands there: all of it, to be sent again. */
    record Value(String name, String value) {}

    List<Value> values() {
        List<Value> all = new ArrayList<>();
        days(EFFECTIVE, all);
        days(NOTIFIED, all);
        if (form.newcomers() > 0) all.add(new Value("people", String.valueOf(people())));
        for (Group group : groups()) {
            for (Field field : group.fields()) add(field, all);
        }
        return all;
    }

    private void add(Field field, List<Value> all) {
        switch (field.type()) {
            case DAY, BIRTH_DATE -> days(field.name(), all);
            case WHO -> {
                sheet.all("goes").forEach(each -> all.add(new Value("goes", each)));
                relationships(subject.members(), all);
            }
            case STAYING -> relationships(subject.others(), all);
            case MOVERS -> {
                for (int n = 1; n <= MOST_MOVERS; n++) {
                    one("mover-" + n, all);
                    one("mover-" + n + "-rel", all);
                }
            }
            case TEXT, NUMBER, CHOICE, TICK, HIDDEN -> one(field.name(), all);
        }
    }

    private void relationships(List<ResidentRecord> people, List<Value> all) {
        people.forEach(each -> one("rel-" + each.id().value(), all));
    }

    private void days(String name, List<Value> all) {
        Days.PARTS.forEach(part -> one(name + part, all));
    }

    private void one(String name, List<Value> all) {
        String value = sheet.value(name);
        if (!value.isEmpty()) all.add(new Value(name, value));
    }
}

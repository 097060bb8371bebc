package org.openmyna.server.counter;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.residents.api.Effect;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.web.PathUnknown;
import org.openmyna.server.web.page.Mistakes;
import org.openmyna.server.web.page.Typed;

/** From answers to a recorded notice. */
final class EventWork {
    private static final int KEY_BYTES = 16;
    private static final String KEY = "[0-9a-f]{32}";

    private final Register register;
    private final Cases cases;
    private final RandomGenerator random;

    EventWork(Register register, Cases cases, RandomGenerator random) {
        this.register = register;
        this.cases = cases;
        this.random = random;
    }

    /**
     * @throws PathUnknown if such a notice cannot be about this record
     */
    Subject subject(Desk desk, EventForm form, Optional<ResidentRecord> person) {
        if (form.ofPerson() != person.isPresent()
                || person.filter(form.fits().negate()).isPresent()) {
            throw new PathUnknown(desk.path("/events/" + form.path()));
        }
        return about(desk, person);
    }

    /** Same; but what was recorded may be sent again, whatever came of it. */
    Subject subjectOfSent(Desk desk, EventForm form, Optional<ResidentRecord> person, String key) {
        return cases.underKey(key).isPresent() ? about(desk, person) : subject(desk, form, person);
    }

    private Subject about(Desk desk, Optional<ResidentRecord> person) {
        return new Subject(
                desk.clerk().office().code(),
                person,
                person.flatMap(each -> register.household(desk, each.id())));
    }

    /**
     * @param given what the way here knows: a notice to be cancelled, somebody who moves in
     */
    Sheet fresh(EventForm form, Subject subject, Typed given) {
        return FirstValues.of(form, subject, register.today(), given);
    }

    /** What came of it: a preview, or what is to be mended. */
    sealed interface Tried<T> {
        record Fine<T>(T what) implements Tried<T> {}

        record Wrong<T>(Mistakes mistakes) implements Tried<T> {}
    }

    Tried<Preview> preview(Desk desk, Answers answers, Show show) {
        Mistakes mistakes = AnswerCheck.of(answers);
        if (!mistakes.isEmpty()) return new Tried.Wrong<>(mistakes);
        try {
            Notice notice = answers.notice();
            Outcome outcome = register.preview(desk, notice);
            return new Tried.Fine<>(
                    new Preview(
                            answers,
                            Summary.of(answers, show),
                            outcome.effects(),
                            past(outcome),
                            Suspicion.of(answers, search -> register.find(desk, search)),
                            key(answers)));
        } catch (MynaException refused) {
            return new Tried.Wrong<>(mistakes(refused, answers));
        }
    }

    /** A form that is shown once more is the same form. */
    private String key(Answers answers) {
        String before = answers.text("form");
        return before.matches(KEY) ? before : key();
    }

    /**
     * What came of it: the number of the notice, the same for a form that is sent again; what is to
     * be mended in it; or that nobody confirmed it yet.
     */
    sealed interface Recorded {
        record Done(NoticeId notice) implements Recorded {}

        record Wrong(Mistakes mistakes) implements Recorded {}

        /**
         * @param why a key
         */
        record Unconfirmed(String why) implements Recorded {}
    }

    Recorded record(Desk desk, Answers answers, String confirmation) {
        String key = answers.text("form");
        if (!key.matches(KEY)) throw new PathUnknown(desk.path("/events"));
        Optional<NoticeId> before = cases.underKey(key).flatMap(CaseAct::notice).map(NoticeId::new);
        if (before.isPresent()) return new Recorded.Done(before.get());
        Mistakes mistakes = AnswerCheck.of(answers);
        if (!mistakes.isEmpty()) return new Recorded.Wrong(mistakes);
        Optional<Confirmation> confirmed = Confirmation.of(confirmation);
        if (confirmed.isEmpty()) return new Recorded.Unconfirmed("wrong.confirmed");
        boolean onScreen = desk.work().screen().confirmed(key, answers);
        if (confirmed.get() == Confirmation.SCREEN && !onScreen) {
            return new Recorded.Unconfirmed("wrong.confirmed.screen");
        }
        try {
            Notice notice = answers.notice();
            Outcome outcome = register.record(desk, notice, key);
            NoticeId id = outcome.notice().orElseThrow();
            cases.add(act(desk, answers, notice, outcome, confirmed.get()), key);
            return new Recorded.Done(id);
        } catch (MynaException refused) {
            return new Recorded.Wrong(mistakes(refused, answers));
        }
    }

    private CaseAct act(
            Desk desk, Answers answers, Notice notice, Outcome outcome, Confirmation confirmed) {
        Optional<Long> person =
                answers.subject()
                        .person()
                        .map(ResidentRecord::id)
                        .or(() -> outcome.people().stream().findFirst())
                        .map(ResidentId::value);
        return new CaseAct(
                desk.file().number(),
                desk.clerk().id(),
                answers.form().kind(),
                person,
                outcome.notice().map(NoticeId::value),
                Optional.of(notice.effectiveOn()),
                Optional.of(notice.notifiedOn()),
                Effects.written(outcome.effects()),
                register.now(),
                Optional.of(confirmed));
    }

    private static Mistakes mistakes(MynaException refused, Answers answers) {
        if (!Register.isRefusal(refused)) throw refused;
        Mistakes mistakes = Mistakes.none();
        mistakes.add(RefusedAt.field(refused, answers), refused);
        return mistakes;
    }

    /** Empty if the notice changes nothing about days that are over. */
    private static List<SideBySide> past(Outcome outcome) {
        boolean changes =
                outcome.effects().stream()
                        .anyMatch(each -> each.kind() == Effect.Kind.PAST_CHANGES);
        return changes ? outcome.changes().stream().map(SideBySide::of).toList() : List.of();
    }

    String key() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

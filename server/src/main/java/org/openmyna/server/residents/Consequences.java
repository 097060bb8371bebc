package org.openmyna.server.residents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.Terms.Key;
import org.openmyna.server.residents.Terms.Term;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.Effect;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;
import org.openmyna.server.residents.timeline.Span;

/**
 * What follows from a notice: for cards at once, for cards later, for whoever has to do something.
 */
final class Consequences {
    private final Terms terms;
    private final LocalDate today;
    private final LocalDate toldThrough;
    private final Map<ResidentId, ResidentRecordCode> codes;

    final List<Effect> effects = new ArrayList<>();
    final Set<Ending> endings = new LinkedHashSet<>();
    final List<Deadline> deadlines = new ArrayList<>();

    /**
     * @param toldThrough changes of later days are told when their day has come
     */
    Consequences(
            Terms terms,
            LocalDate today,
            LocalDate toldThrough,
            Map<ResidentId, ResidentRecordCode> codes) {
        this.terms = terms;
        this.today = today;
        this.toldThrough = toldThrough;
        this.codes = codes;
    }

    void of(Notice notice, Difference difference) {
        for (Difference.OfPerson each : difference.people()) {
            certificates(each);
            if (each.firstDay().isBefore(today) && !each.before().isEmpty())
                effect(Effect.Kind.PAST_CHANGES, each.person(), each.firstDay(), Key.PAST);
            lasting(each);
        }
        switch (notice.event()) {
            case LifeEvent.MoveIn move -> movedIn(notice, move, difference);
            case LifeEvent.MoveOut move ->
                    move.people().forEach(person -> moveInDue(notice, person));
            case LifeEvent.RecordCodeChange change -> {
                ResidentRecordCode code = codes.get(change.person());
                if (code != null) end(change.person(), code, true, today);
            }
            default -> {}
        }
    }

    /** Newcomers, and those whom an official should have heard of before. */
    void of(Notice notice, List<ResidentId> newcomers, List<ResidentId> people) {
        newcomers.forEach(person -> effect(Effect.Kind.NUMBER_ASSIGNED, person, today, Key.NUMBER));
        Optional<Term> term = term(notice.event()).map(key -> terms.on(key, notice.effectiveOn()));
        term.filter(each -> notice.notifiedOn().isAfter(each.lastDay(notice.effectiveOn())))
                .ifPresent(each ->
                        people.stream()
                                .findFirst()
                                .ifPresent(person ->
                                        effects.add(
                                                new Effect(
                                                        Effect.Kind.NOTICE_LATE,
                                                        person,
                                                        notice.notifiedOn(),
                                                        Optional.of(
                                                                each.lastDay(notice.effectiveOn())),
                                                        each.law()))));
    }

    private static Optional<Key> term(LifeEvent event) {
        return switch (event) {
            case LifeEvent.Birth ignored -> Optional.of(Key.BIRTH);
            case LifeEvent.Arrival ignored -> Optional.of(Key.ARRIVAL);
            case LifeEvent.MoveIn ignored -> Optional.of(Key.MOVE_IN);
            case LifeEvent.MoveOut ignored -> Optional.of(Key.MOVE_OUT);
            case LifeEvent.MoveWithin ignored -> Optional.of(Key.MOVE_WITHIN);
            case LifeEvent.HouseholdChange ignored -> Optional.of(Key.HOUSEHOLD_CHANGE);
            case LifeEvent.Death ignored -> Optional.of(Key.DEATH);
            case LifeEvent.Emigration ignored -> Optional.of(Key.EMIGRATION);
            case LifeEvent.NameChange ignored -> Optional.empty();
            case LifeEvent.FormerSurnameChange ignored -> Optional.empty();
            case LifeEvent.AliasChange ignored -> Optional.empty();
            case LifeEvent.Correction ignored -> Optional.empty();
            case LifeEvent.Deletion ignored -> Optional.empty();
            case LifeEvent.StayChange ignored -> Optional.empty();
            case LifeEvent.RecordCodeChange ignored -> Optional.empty();
            case LifeEvent.Cancellation ignored -> Optional.empty();
        };
    }

    /** What is told now, because the present is another; and what on later days. */
    private void certificates(Difference.OfPerson each) {
        ResidentRecordCode code = codes.get(each.person());
        if (code == null) return;
        Ending.What now = Ending.What.between(each.before(toldThrough), each.after(toldThrough));
        if (now != Ending.What.NOTHING) end(each.person(), code, now == Ending.What.BOTH, today);
        if (now != Ending.What.BOTH
                && each.after(toldThrough).filter(Ending::livesHere).isPresent()) cardUpdate(each);
        for (Span span : each.begins())
            if (span.from().isAfter(toldThrough)) ahead(each, code, span);
    }

    private void ahead(Difference.OfPerson each, ResidentRecordCode code, Span span) {
        Ending.What what =
                Ending.What.between(
                        each.after(span.from().minusDays(1)), Optional.of(span.record()));
        if (what == Ending.What.NOTHING) return;
        effect(
                what == Ending.What.BOTH
                        ? Effect.Kind.BOTH_CERTIFICATES_END
                        : Effect.Kind.SIGNATURE_CERTIFICATE_ENDS,
                each.person(),
                span.from(),
                what == Ending.What.BOTH ? Key.LOGIN_CERTIFICATE : Key.CERTIFICATES);
    }

    private void cardUpdate(Difference.OfPerson each) {
        boolean shown =
                each.before(toldThrough)
                        .map(ResidentRecord::fourItems)
                        .equals(each.after(toldThrough).map(ResidentRecord::fourItems));
        if (!shown && each.before(toldThrough).isPresent())
            due(Effect.Kind.CARD_TO_BE_UPDATED, each.person(), today, Key.CARD_UPDATE);
    }

    private void end(ResidentId person, ResidentRecordCode code, boolean both, LocalDate on) {
        endings.add(new Ending(code, both));
        effect(
                both ? Effect.Kind.BOTH_CERTIFICATES_END : Effect.Kind.SIGNATURE_CERTIFICATE_ENDS,
                person,
                on,
                both ? Key.LOGIN_CERTIFICATE : Key.CERTIFICATES);
    }

    /** Deadlines that follow from how a person stands until further notice. */
    private void lasting(Difference.OfPerson each) {
        Optional<ResidentRecord> last = each.last();
        last.filter(record -> record.standing() == Standing.MOVED_OUT)
                .flatMap(ResidentRecord::plannedMove)
                .ifPresent(move ->
                        deadline(
                                each.person(),
                                Deadline.Kind.MOVE_IN,
                                move.on(),
                                Key.CARD_AFTER_PLANNED_MOVE));
        last.filter(record ->
                        record.standing() == Standing.RESIDENT
                                || record.standing() == Standing.MOVED_OUT)
                .flatMap(ResidentRecord::foreign)
                .flatMap(foreign -> foreign.until())
                .ifPresent(until -> deadline(each.person(), Deadline.Kind.STAY, until, Key.STAY));
    }

    private void deadline(ResidentId person, Deadline.Kind kind, LocalDate from, Key key) {
        Term term = terms.on(key, from);
        deadlines.add(new Deadline(person, kind, term.lastDay(from), term.law()));
    }

    private void moveInDue(Notice notice, ResidentId person) {
        Term term = terms.on(Key.CARD_AFTER_PLANNED_MOVE, notice.effectiveOn());
        effects.add(
                new Effect(
                        Effect.Kind.MOVE_IN_DUE,
                        person,
                        notice.effectiveOn(),
                        Optional.of(term.lastDay(notice.effectiveOn())),
                        term.law()));
    }

    /** In time, the card must be shown; too late, it has lapsed: the earlier limit wins. */
    private void movedIn(Notice notice, LifeEvent.MoveIn move, Difference difference) {
        for (Member member : move.people()) {
            Optional<ResidentRecord> before =
                    difference.people().stream()
                            .filter(each -> each.person().equals(member.person()))
                            .findFirst()
                            .flatMap(each -> each.before(notice.effectiveOn()));
            if (before.isEmpty() || before.get().standing() != Standing.MOVED_OUT) continue;
            if (notice.notifiedOn().isAfter(lastDayToMoveIn(notice, before.get()))) {
                ResidentRecordCode code = codes.get(member.person());
                if (code != null) end(member.person(), code, true, today);
            } else {
                Term term = terms.on(Key.CARD_TO_BE_SHOWN, notice.notifiedOn());
                due(
                        Effect.Kind.CARD_TO_BE_SHOWN,
                        member.person(),
                        notice.notifiedOn(),
                        Key.CARD_TO_BE_SHOWN);
                deadlines.add(
                        new Deadline(
                                member.person(),
                                Deadline.Kind.SHOW_CARD,
                                term.lastDay(notice.notifiedOn()),
                                term.law()));
            }
        }
    }

    private LocalDate lastDayToMoveIn(Notice notice, ResidentRecord before) {
        LocalDate moved = notice.effectiveOn();
        LocalDate afterMove = terms.on(Key.CARD_AFTER_MOVE, moved).lastDay(moved);
        return before.plannedMove()
                .map(plan -> terms.on(Key.CARD_AFTER_PLANNED_MOVE, plan.on()).lastDay(plan.on()))
                .filter(afterMove::isAfter)
                .orElse(afterMove);
    }

    private void due(Effect.Kind kind, ResidentId person, LocalDate on, Key key) {
        Term term = terms.on(key, on);
        effects.add(new Effect(kind, person, on, Optional.of(term.lastDay(on)), term.law()));
    }

    private void effect(Effect.Kind kind, ResidentId person, LocalDate on, Key key) {
        effects.add(new Effect(kind, person, on, Optional.empty(), terms.law(key, on)));
    }
}

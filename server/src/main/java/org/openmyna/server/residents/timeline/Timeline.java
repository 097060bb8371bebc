package org.openmyna.server.residents.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.NoticeId;

/** From recorded notices to everybody's records. */
public final class Timeline {
    /**
     * The order of what happens: day, then number; who entered without a notice was there first.
     */
    private static final Comparator<Step> ORDER =
            Comparator.comparing(Step::day).thenComparingLong(Step::number);

    private record Step(LocalDate day, long number, Optional<NoticeId> notice, Runnable happens) {}

    private final Scene scene;
    private final Coming coming;
    private final Leaving leaving;
    private final Moving moving;
    private final Facts facts;

    private Timeline(Start start) {
        scene = new Scene(start);
        coming = new Coming(scene);
        leaving = new Leaving(scene);
        moving = new Moving(scene);
        facts = new Facts(scene);
    }

    /**
     * Lets all events happen that begin on the start's day or later.
     *
     * @param entries in any order, without cancellations and without what was cancelled; of
     *     everybody who lives with anybody in them from the start on
     * @param householdersFrom day from which on every household must have one householder
     */
    public static Replay replay(
            Start start, Collection<Entry> entries, LocalDate householdersFrom) {
        return new Timeline(start).run(start, entries, householdersFrom);
    }

    private Replay run(Start start, Collection<Entry> entries, LocalDate householdersFrom) {
        List<Step> steps = steps(start, entries);
        for (int n = 0; n < steps.size(); n++) {
            Step step = steps.get(n);
            boolean lastOfDay = n + 1 == steps.size() || !steps.get(n + 1).day().equals(step.day());
            try {
                step.happens().run();
                if (lastOfDay) scene.closeDay(step.day(), !step.day().isBefore(householdersFrom));
            } catch (NotPossible no) {
                return new Replay.Conflict(step.notice(), no.reason);
            }
        }
        return new Replay.Versions(scene.timelines());
    }

    private List<Step> steps(Start start, Collection<Entry> entries) {
        List<Step> steps = new ArrayList<>();
        for (Start.Entered each : start.entered())
            steps.add(new Step(each.on(), 0, Optional.empty(), () -> scene.put(each.record())));
        for (Entry entry : entries) {
            if (entry.event() instanceof LifeEvent.MoveOut move
                    && entry.recordedOn().isBefore(entry.effectiveOn()))
                steps.add(step(entry, entry.recordedOn(), () -> leaving.announce(entry, move)));
            steps.add(step(entry, entry.effectiveOn(), () -> happen(entry)));
        }
        return steps.stream()
                .filter(step -> !step.day().isBefore(start.day()))
                .sorted(ORDER)
                .toList();
    }

    private static Step step(Entry entry, LocalDate day, Runnable happens) {
        return new Step(day, entry.number().value(), Optional.of(entry.number()), happens);
    }

    private void happen(Entry entry) {
        switch (entry.event()) {
            case LifeEvent.Birth event -> coming.birth(entry, event);
            case LifeEvent.Arrival event -> coming.arrival(entry, event);
            case LifeEvent.MoveIn event -> coming.moveIn(entry, event);
            case LifeEvent.MoveOut event -> leaving.moveOut(entry, event);
            case LifeEvent.MoveWithin event -> moving.moveWithin(entry, event);
            case LifeEvent.HouseholdChange event -> moving.householdChange(entry, event);
            case LifeEvent.Death event -> leaving.death(entry, event);
            case LifeEvent.NameChange event -> facts.nameChange(entry, event);
            case LifeEvent.FormerSurnameChange event -> facts.formerSurname(entry, event);
            case LifeEvent.AliasChange event -> facts.alias(entry, event);
            case LifeEvent.Emigration event -> leaving.emigration(entry, event);
            case LifeEvent.Correction event -> facts.correction(entry, event);
            case LifeEvent.Deletion event -> leaving.deletion(entry, event);
            case LifeEvent.StayChange event -> facts.stay(entry, event);
            case LifeEvent.RecordCodeChange event ->
                    scene.open(event.person(), entry.municipality());
            case LifeEvent.Cancellation ignored ->
                    throw new IllegalArgumentException("a cancellation is taken out before");
        }
    }
}

package org.openmyna.server.sandbox.population;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.AsAt;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.RecordedNotice;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.sandbox.SandboxCalls;

/**
 * Lets things happen to the people of {@link Stories}, by notices as a counter gives them. What a
 * kill interrupted is gone on with: a notice that is in the history is not given again.
 */
final class StoryTeller {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AFEW = 20;

    private final ResidentService residents;
    private final SandboxCalls calls;
    private final InstantSource legalTime;
    private final LocalDate day;
    private final Municipalities municipalities = new Municipalities();

    StoryTeller(
            ResidentService residents, SandboxCalls calls, InstantSource legalTime, LocalDate day) {
        this.residents = residents;
        this.calls = calls;
        this.legalTime = legalTime;
        this.day = day;
    }

    /**
     * Nothing happens to whoever a small population does not have, or is not called so any more.
     */
    void tell(Stories story) {
        residents
                .pick(
                        calls.once(),
                        ResidentService.Situation.ANYBODY,
                        story.personName().text(),
                        0,
                        AFEW)
                .stream()
                .filter(each -> each.name().equals(story.personName()))
                .findFirst()
                .ifPresent(person -> tell(story, person));
    }

    private void tell(Stories story, ResidentRecord person) {
        switch (story) {
            case MOVED_OUT_YESTERDAY -> moveOut(story, person, -8, -1);
            case MOVES_SOON -> moveOut(story, person, 0, 10);
            case MOVED_OUT_TERM_NEARLY_OVER -> moveOut(story, person, -35, -27);
            case MOVED_IN_CARD_NOT_SHOWN -> moveOver(story, person);
            case ABROAD_WITH_CARD -> emigrate(story, person, true);
            case ABROAD_WITHOUT_CARD -> emigrate(story, person, false);
            case NEWBORN -> giveBirth(story, person);
            case LATE_NOTICE -> moveWithin(story, person);
            case NAME_CHANGED -> marry(story, person);
            case FORMER_SURNAME ->
                    give(
                            story,
                            person,
                            new LifeEvent.FormerSurnameChange(person.id(), Optional.of("例示")),
                            -2,
                            -2);
            case DIED -> give(story, person, new LifeEvent.Death(person.id(), List.of()), -1, -4);
            case CANCELLED -> cancel(story, person);
        }
    }

    private void moveOut(Stories story, ResidentRecord person, int notified, int effective) {
        var event =
                new LifeEvent.MoveOut(
                        List.of(person.id()), address("28201", "の５"), true, List.of());
        give(story, person, event, notified, effective);
    }

    private void moveOver(Stories story, ResidentRecord person) {
        moveOut(story, person, -20, -12);
        MunicipalityCode himeji = municipalities.the("28201").code();
        var event =
                new LifeEvent.MoveIn(
                        new Home(himeji, address("28201", "の６"), Optional.empty()), alone(person));
        give(story, person, himeji, event, -9, -10);
    }

    private void emigrate(Stories story, ResidentRecord person, boolean continuedUse) {
        var event = new LifeEvent.Emigration(List.of(person.id()), "フランス", continuedUse, List.of());
        give(story, person, event, -10, -3);
    }

    private void giveBirth(Stories story, ResidentRecord mother) {
        boolean born =
                residents
                        .household(calls.once(), mother.id().value(), look(mother))
                        .map(home -> home.members().size() > 1)
                        .orElse(false);
        if (born || mother.household().isEmpty()) return;
        LocalDate birthday = day.minusDays(5);
        var child =
                new Newcomer(
                        PersonName.of("架空", "誕"),
                        Optional.of("カクウ　タン"),
                        Optional.empty(),
                        Optional.empty(),
                        JapaneseDate.of(birthday),
                        Sex.MALE,
                        new Relationship("子"),
                        mother.familyRegister(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        record(
                story,
                mother.municipality(),
                new LifeEvent.Birth(mother.household().get(), child),
                0,
                -5);
    }

    private void moveWithin(Stories story, ResidentRecord person) {
        String five = person.municipality().fiveDigits();
        var event =
                new LifeEvent.MoveWithin(
                        new Home(person.municipality(), address(five, "の７"), Optional.empty()),
                        alone(person),
                        List.of());
        give(story, person, event, 0, -40);
    }

    private void marry(Stories story, ResidentRecord person) {
        var event =
                new LifeEvent.NameChange(
                        person.id(),
                        PersonName.of("例示", "結"),
                        Optional.of("レイジ　ユイ"),
                        Optional.empty());
        give(story, person, event, -2, -6);
    }

    private void cancel(Stories story, ResidentRecord person) {
        moveOut(story, person, -3, 20);
        notices(person).stream()
                .filter(each -> each.notice().event() instanceof LifeEvent.MoveOut)
                .filter(each -> each.cancelledBy().isEmpty())
                .map(RecordedNotice::id)
                .findFirst()
                .ifPresent(notice -> cancel(story, person, notice));
    }

    private void cancel(Stories story, ResidentRecord person, NoticeId notice) {
        record(story, person.municipality(), new LifeEvent.Cancellation(notice), 0, 0);
    }

    private void give(
            Stories story, ResidentRecord person, LifeEvent event, int notified, int effective) {
        give(story, person, person.municipality(), event, notified, effective);
    }

    private void give(
            Stories story,
            ResidentRecord person,
            MunicipalityCode where,
            LifeEvent event,
            int notified,
            int effective) {
        boolean given =
                notices(person).stream()
                        .anyMatch(each -> each.notice().event().kind().equals(event.kind()));
        if (!given) record(story, where, event, notified, effective);
    }

    private void record(
            Stories story, MunicipalityCode where, LifeEvent event, int notified, int effective) {
        String key = "story-" + story.name().toLowerCase(Locale.ROOT) + "-" + event.kind();
        var _ =
                residents.record(
                        calls.named(key, PATIENCE),
                        new ResidentService.Order(
                                officer(where),
                                new Notice(
                                        event, day.plusDays(effective), day.plusDays(notified))));
    }

    private List<RecordedNotice> notices(ResidentRecord person) {
        return residents
                .history(calls.once(), person.id().value(), officer(person.municipality()))
                .notices();
    }

    private ResidentService.Look look(ResidentRecord person) {
        return new ResidentService.Look(
                officer(person.municipality()), new AsAt(day, legalTime.instant()));
    }

    private static Officer officer(MunicipalityCode where) {
        return new Officer(where, "sandbox", true, "試験用の住民の準備 TEST");
    }

    private Address address(String five, String rest) {
        return Addresses.of(municipalities.the(five), 0, rest);
    }

    private static List<Member> alone(ResidentRecord person) {
        return List.of(new Member(person.id(), Relationship.HOUSEHOLDER));
    }
}

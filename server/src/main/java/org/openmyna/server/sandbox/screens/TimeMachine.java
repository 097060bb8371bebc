package org.openmyna.server.sandbox.screens;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.clock.Speed;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.sandbox.SandboxCalls;
import org.openmyna.trust.profile.ValidityRule;

/** Moves legal time forward, to the morning of a day, and knows what that sets off. */
final class TimeMachine {
    /** As far as tables of law and of eras can be believed. */
    static final int MOST_YEARS = 30;

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int MOST = 1_000;
    private static final int LIFE_OF_CERTIFICATES = 11;

    private final LegalClock clock;
    private final ResidentService residents;
    private final CardService cards;
    private final People people;
    private final SandboxCalls calls;
    private final AtomicReference<Optional<Journey>> last = new AtomicReference<>(Optional.empty());

    TimeMachine(
            LegalClock clock,
            ResidentService residents,
            CardService cards,
            People people,
            SandboxCalls calls) {
        this.clock = clock;
        this.residents = residents;
        this.cards = cards;
        this.people = people;
        this.calls = calls;
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ValidityRule.JAPAN);
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    Speed speed() {
        return clock.speed();
    }

    void runAt(Speed speed) {
        var _ = clock.runAt(speed);
    }

    /** Days worth going to; those of cards only where there are cards. */
    List<Leap> leaps() {
        LocalDate today = today();
        List<MadeCard> ending =
                cards.ending(calls.once(), today, today.plusYears(LIFE_OF_CERTIFICATES), MOST);
        List<Leap> leaps = new ArrayList<>();
        leaps.add(new Leap(Leap.Kind.DAYS_14, today.plusDays(14)));
        leaps.add(new Leap(Leap.Kind.DAYS_30, today.plusDays(30)));
        leaps.add(new Leap(Leap.Kind.DAYS_90, today.plusDays(90)));
        ending.stream()
                .flatMap(TimeMachine::certificateEnds)
                .filter(day -> !day.isBefore(today))
                .min(LocalDate::compareTo)
                .ifPresent(day -> leaps.add(new Leap(Leap.Kind.CERTIFICATE, day.plusDays(1))));
        ending.stream()
                .flatMap(card -> people.find(card.person()).stream())
                .flatMap(person -> person.record().birthDate().exact().stream())
                .map(born -> nextBirthday(born, today))
                .min(LocalDate::compareTo)
                .ifPresent(day -> leaps.add(new Leap(Leap.Kind.BIRTHDAY, day)));
        return leaps;
    }

    /** After today; that of 29 February is the 28th in common years. */
    static LocalDate nextBirthday(LocalDate born, LocalDate today) {
        int years = today.getYear() - born.getYear();
        LocalDate thisYear = born.plusYears(years);
        return thisYear.isAfter(today) ? thisYear : born.plusYears(years + 1L);
    }

    /** Whether the clock can be moved to this day. */
    boolean leadsTo(LocalDate day) {
        return day.isAfter(today()) && !day.isAfter(today().plusYears(MOST_YEARS));
    }

    /** What fires until the morning of this day. */
    Journey preview(LocalDate to) {
        LocalDate from = today();
        LocalDate lastDay = to.minusDays(1);
        List<Deadline> deadlines = residents.deadlines(calls.once(), from, lastDay, MOST);
        List<MadeCard> ending = cards.ending(calls.once(), from, lastDay, MOST);
        List<Firing> all =
                Stream.concat(
                                deadlines.stream().map(TimeMachine::firing),
                                ending.stream().flatMap(card -> firings(card, from, lastDay)))
                        .sorted()
                        .toList();
        Map<String, Integer> counts =
                all.stream()
                        .collect(
                                Collectors.groupingBy(Firing::what, Collectors.summingInt(_ -> 1)));
        return new Journey(
                from,
                to,
                counts,
                all.stream().limit(Journey.SHOWN).map(this::named).toList(),
                deadlines.size() >= MOST || ending.size() >= MOST);
    }

    /** Moves the clock; nothing if it is that late already, or the day is too far. */
    Optional<Journey> move(LocalDate to) {
        if (!leadsTo(to)) return Optional.empty();
        Journey journey = preview(to);
        var _ = clock.moveTo(to.atTime(MORNING).atZone(ValidityRule.JAPAN).toInstant());
        last.set(Optional.of(journey));
        return last.get();
    }

    /** The last one that this program made. */
    Optional<Journey> lastJourney() {
        return last.get();
    }

    private Firing named(Firing firing) {
        return new Firing(
                firing.what(),
                firing.lastDay(),
                firing.person(),
                people.find(firing.person()).map(Person::name));
    }

    private static Firing firing(Deadline deadline) {
        return new Firing(
                deadline.kind().name().toLowerCase(Locale.ROOT),
                deadline.lastDay(),
                deadline.person().value(),
                Optional.empty());
    }

    private static Stream<LocalDate> certificateEnds(MadeCard card) {
        return Stream.concat(
                Stream.of(day(card.userAuthenticationEnd())),
                card.signatureEnd().map(TimeMachine::day).stream());
    }

    private static Stream<Firing> firings(MadeCard card, LocalDate from, LocalDate to) {
        return Stream.of(
                        firing("card", card.lastDay(), card),
                        firing("login", day(card.userAuthenticationEnd()), card),
                        firing(
                                "sign",
                                card.signatureEnd().map(TimeMachine::day).orElse(LocalDate.MIN),
                                card))
                .filter(each -> !each.lastDay().isBefore(from) && !each.lastDay().isAfter(to));
    }

    private static Firing firing(String what, LocalDate lastDay, MadeCard card) {
        return new Firing(what, lastDay, card.person(), Optional.empty());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ValidityRule.JAPAN);
    }
}

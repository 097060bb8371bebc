package org.openmyna.server.residents;

import static org.openmyna.server.residents.Town.CHIYODA;
import static org.openmyna.server.residents.Town.HIMEJI;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.ResidentId;

/** Draws what may happen to the people of a day: most of it possible, some of it not. */
final class RandomLives {
    private static final List<String> KIN = List.of("妻", "子", "母", "同居人");

    private final RandomGenerator chance;

    RandomLives(RandomGenerator chance) {
        this.chance = chance;
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private boolean sometimes(int percent) {
        return chance.nextInt(100) < percent;
    }

    private String word() {
        return "試験" + (char) ('あ' + chance.nextInt(40));
    }

    private Address address() {
        return new Address("試験町９９９番" + (char) ('１' + chance.nextInt(9)) + "号");
    }

    MunicipalityCode municipality() {
        return sometimes(60) ? CHIYODA : HIMEJI;
    }

    private static String digits(MunicipalityCode municipality) {
        return municipality.digits();
    }

    private static List<Long> living(Map<Long, NaiveTown.Someone> people, String municipality) {
        List<Long> ids = new ArrayList<>();
        new TreeMap<>(people)
                .forEach((id, each) -> {
                    if (each.household != null && each.municipality.equals(municipality))
                        ids.add(id);
                });
        return ids;
    }

    private static List<Long> household(Map<Long, NaiveTown.Someone> people, long house) {
        List<Long> ids = new ArrayList<>();
        new TreeMap<>(people)
                .forEach((id, each) -> {
                    if (each.household != null && each.household == house) ids.add(id);
                });
        return ids;
    }

    /** Some of a household, at least one. */
    private List<Long> some(List<Long> of) {
        if (sometimes(25)) return of;
        List<Long> some = new ArrayList<>(of.stream().filter(any -> sometimes(50)).toList());
        if (some.isEmpty()) some.add(one(of));
        return some;
    }

    /** Whoever stays gets a householder, if they need one and the clerk is awake. */
    private List<Member> staying(
            Map<Long, NaiveTown.Someone> people, List<Long> all, List<Long> leaving) {
        List<Long> left = new ArrayList<>(all);
        left.removeAll(leaving);
        boolean headLeft =
                leaving.stream().map(people::get).anyMatch(each -> each != null && each.isHead());
        if (left.isEmpty() || !headLeft || sometimes(10)) return List.of();
        return List.of(member(left.getFirst(), "世帯主"));
    }

    private static Member member(long id, String relationship) {
        return Town.as(new ResidentId(id), relationship);
    }

    private List<Member> ownHousehold(List<Long> ids) {
        List<Member> members = new ArrayList<>();
        for (long id : ids) members.add(member(id, members.isEmpty() ? "世帯主" : one(KIN)));
        return members;
    }

    private static List<ResidentId> ids(List<Long> people) {
        return people.stream().map(ResidentId::new).toList();
    }

    /** An event that somebody of the municipality might notify for a day. */
    LifeEvent event(Map<Long, NaiveTown.Someone> people, MunicipalityCode here, LocalDate day) {
        List<Long> living = living(people, digits(here));
        if (living.isEmpty() || sometimes(5)) return arrival(people, here, living);
        long someone = sometimes(95) ? one(living) : 1 + chance.nextInt(30);
        NaiveTown.Someone as = people.get(someone);
        Long house = as == null ? null : as.household;
        List<Long> all = house == null ? List.of(someone) : household(people, house);
        List<Long> some = some(all);
        List<Member> staying = staying(people, all, some);
        return switch (chance.nextInt(16)) {
            case 0, 1 -> within(people, here, living, all, some, staying);
            case 2, 3 -> new LifeEvent.MoveOut(ids(some), address(), sometimes(50), staying);
            case 4, 5 -> moveIn(people, here, living);
            case 6 -> new LifeEvent.Emigration(ids(some), "試験国", sometimes(40), staying);
            case 7 ->
                    new LifeEvent.Death(
                            new ResidentId(someone), staying(people, all, List.of(someone)));
            case 8 ->
                    new LifeEvent.Deletion(
                            new ResidentId(someone), staying(people, all, List.of(someone)));
            case 9 ->
                    new LifeEvent.Birth(
                            new HouseholdId(house == null ? 1 : house),
                            Town.somebody(word(), day.toString(), "子"));
            case 10 -> change(living, all, some, staying);
            case 11 -> arrival(people, here, living);
            case 12 ->
                    new LifeEvent.NameChange(
                            new ResidentId(someone),
                            new PersonName(word()),
                            sometimes(70) ? Optional.of("テスト") : Optional.empty(),
                            sometimes(50) ? Optional.of(Town.REGISTER) : Optional.empty());
            case 13 -> correction(someone);
            case 14 ->
                    sometimes(50)
                            ? new LifeEvent.FormerSurnameChange(
                                    new ResidentId(someone),
                                    sometimes(70) ? Optional.of(word()) : Optional.empty())
                            : new LifeEvent.AliasChange(
                                    new ResidentId(someone),
                                    sometimes(70) ? Optional.of(word()) : Optional.empty());
            default ->
                    new LifeEvent.StayChange(
                            new ResidentId(someone),
                            new ForeignResident(
                                    "試験国",
                                    word(),
                                    Optional.of(day.plusYears(1)),
                                    "TEST0000000" + chance.nextInt(10)));
        };
    }

    private LifeEvent correction(long someone) {
        return new LifeEvent.Correction(
                new ResidentId(someone),
                sometimes(40) ? Optional.of(new PersonName(word())) : Optional.empty(),
                sometimes(40) ? Optional.of("シケン") : Optional.empty(),
                sometimes(40)
                        ? Optional.of(JapaneseDate.parse("昭和64年1月" + (1 + chance.nextInt(7)) + "日"))
                        : Optional.empty(),
                sometimes(40) ? Optional.of(one(List.of(Sex.values()))) : Optional.empty(),
                sometimes(40) ? Optional.of(address()) : Optional.empty(),
                sometimes(20) ? Optional.of(Town.REGISTER) : Optional.empty());
    }

    private LifeEvent arrival(
            Map<Long, NaiveTown.Someone> people, MunicipalityCode here, List<Long> living) {
        Optional<HouseholdId> joined = joined(people, living, 30);
        boolean own = joined.isEmpty();
        LocalDate until = LocalDate.of(2031, 2, 28);
        return new LifeEvent.Arrival(
                new Home(here, address(), joined),
                List.of(
                        sometimes(60)
                                ? Town.foreigner(word(), own ? "世帯主" : "同居人", until)
                                : Town.somebody(word(), "1989-01-08", own ? "世帯主" : "縁故者"),
                        Town.somebody(word(), "2019-05-01", "子")),
                sometimes(50) ? Optional.of(address()) : Optional.empty());
    }

    private Optional<HouseholdId> joined(
            Map<Long, NaiveTown.Someone> people, List<Long> living, int percent) {
        if (living.isEmpty() || !sometimes(percent)) return Optional.empty();
        NaiveTown.Someone host = people.get(one(living));
        return host == null || host.household == null
                ? Optional.empty()
                : Optional.of(new HouseholdId(host.household));
    }

    private LifeEvent moveIn(
            Map<Long, NaiveTown.Someone> people, MunicipalityCode here, List<Long> living) {
        List<Long> away = new ArrayList<>();
        new TreeMap<>(people)
                .forEach((id, each) -> {
                    if (each.standing.equals("MOVED_OUT") || each.standing.equals("ABROAD"))
                        away.add(id);
                });
        List<Long> who = away.isEmpty() ? List.of(one(living)) : some(away);
        Optional<HouseholdId> joined = joined(people, living, 25);
        List<Member> members =
                joined.isPresent()
                        ? who.stream().map(id -> member(id, "同居人")).toList()
                        : ownHousehold(who);
        return new LifeEvent.MoveIn(new Home(here, address(), joined), members);
    }

    private LifeEvent within(
            Map<Long, NaiveTown.Someone> people,
            MunicipalityCode here,
            List<Long> living,
            List<Long> all,
            List<Long> some,
            List<Member> staying) {
        if (sometimes(30)) { // everybody, and the household remains
            NaiveTown.Someone first = people.get(all.getFirst());
            Optional<HouseholdId> same =
                    first == null || first.household == null
                            ? Optional.empty()
                            : Optional.of(new HouseholdId(first.household));
            return new LifeEvent.MoveWithin(
                    new Home(here, address(), same), ownHousehold(all), List.of());
        }
        Optional<HouseholdId> joined = joined(people, living, 30);
        List<Member> members =
                joined.isPresent()
                        ? some.stream().map(id -> member(id, "同居人")).toList()
                        : ownHousehold(some);
        return new LifeEvent.MoveWithin(new Home(here, address(), joined), members, staying);
    }

    /** Another householder, a household split, or two joined. */
    private LifeEvent change(
            List<Long> living, List<Long> all, List<Long> some, List<Member> staying) {
        List<Long> turned = new ArrayList<>(all);
        turned.add(turned.removeFirst());
        return switch (chance.nextInt(3)) {
            case 0 ->
                    new LifeEvent.HouseholdChange(
                            Optional.empty(), ownHousehold(turned), List.of());
            case 1 -> new LifeEvent.HouseholdChange(Optional.empty(), ownHousehold(some), staying);
            default ->
                    new LifeEvent.HouseholdChange(
                            Optional.of(new HouseholdId(1 + chance.nextInt(6))),
                            List.of(member(one(living), "同居人")),
                            List.of());
        };
    }
}

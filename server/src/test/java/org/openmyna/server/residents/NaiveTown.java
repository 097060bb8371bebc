package org.openmyna.server.residents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * An oracle: lets every day pass, one after the other, for everybody, from the first day on, and
 * knows nothing of replays, spans or differences. Slow and simple.
 */
final class NaiveTown {
    /** Somebody on one day. */
    static final class Someone {
        String standing = "RESIDENT";
        String municipality = "";
        String name = "";
        @Nullable String reading;
        @Nullable String former;
        @Nullable String alias;
        String birth = "";
        String sex = "";
        String address = "";
        @Nullable Long household;
        String relationship = "";
        @Nullable LocalDate since;
        @Nullable LocalDate addressSince;
        @Nullable String before;
        @Nullable String register;
        @Nullable String registerOffice;
        @Nullable String foreign;
        @Nullable String plan;
        boolean continued;

        Someone copy() {
            Someone other = new Someone();
            other.standing = standing;
            other.municipality = municipality;
            other.name = name;
            other.reading = reading;
            other.former = former;
            other.alias = alias;
            other.birth = birth;
            other.sex = sex;
            other.address = address;
            other.household = household;
            other.relationship = relationship;
            other.since = since;
            other.addressSince = addressSince;
            other.before = before;
            other.register = register;
            other.registerOffice = registerOffice;
            other.foreign = foreign;
            other.plan = plan;
            other.continued = continued;
            return other;
        }

        String text() {
            return String.join(
                    "|",
                    standing,
                    municipality,
                    name,
                    String.valueOf(reading),
                    String.valueOf(former),
                    String.valueOf(alias),
                    birth,
                    sex,
                    address,
                    String.valueOf(household),
                    relationship,
                    String.valueOf(since),
                    String.valueOf(addressSince),
                    String.valueOf(before),
                    String.valueOf(register),
                    String.valueOf(foreign),
                    String.valueOf(plan),
                    String.valueOf(continued));
        }

        boolean isHead() {
            return relationship.equals("世帯主");
        }

        boolean isGone() {
            return standing.equals("DEAD") || standing.equals("REMOVED");
        }
    }

    /** The same text of a record of the register. */
    static String text(ResidentRecord record) {
        return String.join(
                "|",
                record.standing().name(),
                record.municipality().digits(),
                record.name().text(),
                String.valueOf(record.furigana().orElse(null)),
                String.valueOf(record.formerSurname().orElse(null)),
                String.valueOf(record.alias().orElse(null)),
                record.birthDate().japanese(),
                record.sex().name(),
                record.address().text(),
                String.valueOf(record.household().map(each -> each.value()).orElse(null)),
                record.relationship().text(),
                String.valueOf(record.residentSince()),
                String.valueOf(record.addressSince().orElse(null)),
                String.valueOf(record.previousAddress().map(each -> each.text()).orElse(null)),
                String.valueOf(record.familyRegister().map(Object::toString).orElse(null)),
                String.valueOf(record.foreign().map(Object::toString).orElse(null)),
                String.valueOf(
                        record.plannedMove()
                                .map(move -> move.on() + move.destination().text() + move.special())
                                .orElse(null)),
                String.valueOf(record.continuedUse()));
    }

    /** What was recorded. */
    record Fact(
            long number,
            LifeEvent event,
            LocalDate effective,
            LocalDate recorded,
            String municipality,
            List<Long> newcomers,
            long household) {}

    /** Who was there without a notice. */
    record Loaded(long person, LocalDate from, Someone as) {}

    private final LocalDate first;
    private final LocalDate last;
    private final List<Loaded> loaded = new ArrayList<>();

    NaiveTown(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
    }

    void load(Loaded someone) {
        loaded.add(someone);
    }

    /** Everybody on every day; none if the facts contradict each other. */
    Optional<Map<LocalDate, Map<Long, Someone>>> days(List<Fact> facts) {
        List<Fact> inOrder = new ArrayList<>(facts);
        inOrder.sort(Comparator.comparingLong(Fact::number));
        Map<LocalDate, Map<Long, Someone>> all = new TreeMap<>();
        Map<Long, Someone> people = new HashMap<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Map<Long, Someone> today = new HashMap<>();
            people.forEach((id, someone) -> today.put(id, someone.copy()));
            for (Loaded each : loaded)
                if (each.from().equals(day) || (day.equals(first) && each.from().isBefore(day)))
                    today.put(each.person(), each.as().copy());
            for (Fact fact : inOrder) {
                if (fact.event() instanceof LifeEvent.MoveOut move
                        && fact.recorded().equals(day)
                        && day.isBefore(fact.effective())) plan(today, fact, move);
                if (fact.effective().equals(day) && !happens(today, fact)) return Optional.empty();
            }
            if (!everyHouseholdHasOneHead(today)) return Optional.empty();
            all.put(day, today);
            people = today;
        }
        return Optional.of(all);
    }

    private static boolean everyHouseholdHasOneHead(Map<Long, Someone> today) {
        Map<Long, Integer> heads = new HashMap<>();
        for (Someone each : today.values()) {
            Long in = each.household;
            if (in != null) heads.merge(in, each.isHead() ? 1 : 0, Integer::sum);
        }
        return heads.values().stream().allMatch(count -> count == 1);
    }

    private static void plan(Map<Long, Someone> today, Fact fact, LifeEvent.MoveOut move) {
        for (ResidentId id : move.people()) {
            Someone someone = today.get(id.value());
            if (someone != null && someone.standing.equals("RESIDENT"))
                someone.plan = planned(fact, move);
        }
    }

    private static String planned(Fact fact, LifeEvent.MoveOut move) {
        return fact.effective() + move.destination().text() + move.special();
    }

    private static boolean livesIn(@Nullable Someone someone, String municipality) {
        return someone != null
                && someone.municipality.equals(municipality)
                && someone.standing.equals("RESIDENT");
    }

    private static boolean isKept(@Nullable Someone someone, String municipality) {
        return someone != null && someone.municipality.equals(municipality) && !someone.isGone();
    }

    private boolean happens(Map<Long, Someone> today, Fact fact) {
        String here = fact.municipality();
        LifeEvent event = fact.event();
        if (event instanceof LifeEvent.Birth birth) {
            if (!birth.child().birthDate().japanese().equals(japanese(fact.effective())))
                return false;
            List<Someone> home = household(today, birth.household().value());
            if (home.isEmpty() || !home.getFirst().municipality.equals(here)) return false;
            Someone head =
                    home.stream().filter(Someone::isHead).findFirst().orElse(home.getFirst());
            long house = birth.household().value();
            today.put(
                    fact.newcomers().getFirst(),
                    newcomer(birth.child(), here, head.address, house, fact.effective(), null));
            return true;
        }
        if (event instanceof LifeEvent.Arrival arrival) {
            Long house = home(today, arrival.home(), here, fact.household());
            if (house == null || arrival.people().isEmpty()) return false;
            for (int n = 0; n < arrival.people().size(); n++)
                today.put(
                        fact.newcomers().get(n),
                        newcomer(
                                arrival.people().get(n),
                                here,
                                arrival.home().address().text(),
                                house,
                                fact.effective(),
                                arrival.from().map(each -> each.text()).orElse(null)));
            return true;
        }
        if (event instanceof LifeEvent.MoveIn move) {
            if (!areDifferent(ids(move.people()))) return false;
            for (Member each : move.people()) {
                Someone someone = today.get(each.person().value());
                if (someone == null || !Set.of("MOVED_OUT", "ABROAD").contains(someone.standing))
                    return false;
            }
            Long house = home(today, move.home(), here, fact.household());
            if (house == null) return false;
            for (Member each : move.people()) {
                Someone someone = Objects.requireNonNull(today.get(each.person().value()));
                someone.before = someone.address;
                someone.address = move.home().address().text();
                someone.municipality = here;
                someone.standing = "RESIDENT";
                someone.household = house;
                someone.relationship = each.relationship().text();
                someone.since = fact.effective();
                someone.addressSince = null;
                someone.plan = null;
                someone.continued = false;
            }
            return true;
        }
        if (event instanceof LifeEvent.MoveOut move)
            return leave(
                    today,
                    here,
                    move.people(),
                    move.staying(),
                    someone -> {
                        someone.standing = "MOVED_OUT";
                        someone.plan = planned(fact, move);
                        return true;
                    });
        if (event instanceof LifeEvent.Emigration move)
            return leave(
                    today,
                    here,
                    move.people(),
                    move.staying(),
                    someone -> {
                        someone.standing = "ABROAD";
                        if (someone.foreign == null) {
                            someone.before = someone.address;
                            someone.address = departed(fact.effective());
                        }
                        someone.plan = null;
                        someone.continued = move.continuedUse();
                        follow(someone);
                        return !move.continuedUse() || someone.foreign == null;
                    });
        if (event instanceof LifeEvent.Death death)
            return close(today, here, death.person(), death.staying(), "DEAD");
        if (event instanceof LifeEvent.Deletion gone)
            return close(today, here, gone.person(), gone.staying(), "REMOVED");
        if (event instanceof LifeEvent.MoveWithin move) return within(today, fact, move);
        if (event instanceof LifeEvent.HouseholdChange change) return change(today, fact, change);
        return facts(today, here, event);
    }

    private static boolean facts(Map<Long, Someone> today, String here, LifeEvent event) {
        if (event instanceof LifeEvent.NameChange change) {
            Someone someone = today.get(change.person().value());
            if (!isKept(someone, here)) return false;
            Someone of = Objects.requireNonNull(someone);
            of.name = change.name().text();
            of.reading = change.furigana().orElse(null);
            change.familyRegister()
                    .ifPresent(register -> {
                        of.register = register.toString();
                        of.registerOffice = register.municipality().digits();
                    });
            follow(of);
            return true;
        }
        if (event instanceof LifeEvent.FormerSurnameChange change) {
            Someone someone = today.get(change.person().value());
            if (!isKept(someone, here) || Objects.requireNonNull(someone).foreign != null)
                return false;
            someone.former = change.formerSurname().orElse(null);
            return true;
        }
        if (event instanceof LifeEvent.AliasChange change) {
            Someone someone = today.get(change.person().value());
            if (!isKept(someone, here) || Objects.requireNonNull(someone).foreign == null)
                return false;
            someone.alias = change.alias().orElse(null);
            return true;
        }
        if (event instanceof LifeEvent.StayChange change) {
            Someone someone = today.get(change.person().value());
            if (!isKept(someone, here) || Objects.requireNonNull(someone).foreign == null)
                return false;
            someone.foreign = change.foreign().toString();
            return true;
        }
        if (event instanceof LifeEvent.Correction change) {
            Someone someone = today.get(change.person().value());
            if (someone == null || !someone.municipality.equals(here)) return false;
            change.name().ifPresent(name -> someone.name = name.text());
            change.furigana().ifPresent(reading -> someone.reading = reading);
            change.birthDate().ifPresent(date -> someone.birth = date.japanese());
            change.sex().ifPresent(sex -> someone.sex = sex.name());
            change.address().ifPresent(address -> someone.address = address.text());
            change.familyRegister()
                    .ifPresent(register -> {
                        someone.register = register.toString();
                        someone.registerOffice = register.municipality().digits();
                    });
            follow(someone);
            return true;
        }
        if (event instanceof LifeEvent.RecordCodeChange change)
            return isKept(today.get(change.person().value()), here);
        throw new IllegalArgumentException(event.kind());
    }

    /** The supplement is where the family register is. */
    private static void follow(Someone someone) {
        if (someone.standing.equals("ABROAD")
                && someone.foreign == null
                && someone.registerOffice != null) someone.municipality = someone.registerOffice;
    }

    private static String departed(LocalDate day) {
        String text = "国外転出　" + day.toString().replaceFirst("-", "年").replace('-', '月') + "日";
        for (char digit = '0'; digit <= '9'; digit++)
            text = text.replace(digit, (char) (digit - '0' + '０'));
        return text;
    }

    private interface Change {
        boolean of(Someone someone);
    }

    private static boolean leave(
            Map<Long, Someone> today,
            String here,
            List<ResidentId> people,
            List<Member> staying,
            Change change) {
        List<Long> ids = people.stream().map(ResidentId::value).toList();
        if (!areDifferent(ids)) return false;
        Set<Long> houses = new HashSet<>();
        for (long id : ids) {
            Someone someone = today.get(id);
            if (!livesIn(someone, here)) return false;
            houses.add(Objects.requireNonNull(Objects.requireNonNull(someone).household));
        }
        if (houses.size() != 1) return false;
        if (!stay(today, houses, ids, staying)) return false;
        for (long id : ids) {
            Someone someone = Objects.requireNonNull(today.get(id));
            someone.household = null;
            someone.plan = null;
            someone.continued = false;
            if (!change.of(someone)) return false;
        }
        return true;
    }

    private static boolean close(
            Map<Long, Someone> today,
            String here,
            ResidentId person,
            List<Member> staying,
            String standing) {
        Someone someone = today.get(person.value());
        if (!isKept(someone, here)) return false;
        Someone of = Objects.requireNonNull(someone);
        Long house = of.household;
        Set<Long> houses = house == null ? Set.of() : Set.of(house);
        if (!stay(today, houses, List.of(person.value()), staying)) return false;
        of.standing = standing;
        of.household = null;
        of.plan = null;
        of.continued = false;
        return true;
    }

    private static boolean stay(
            Map<Long, Someone> today, Set<Long> houses, List<Long> leaving, List<Member> staying) {
        for (Member each : staying) {
            Someone someone = today.get(each.person().value());
            if (someone == null
                    || someone.household == null
                    || !houses.contains(someone.household)
                    || leaving.contains(each.person().value())) return false;
            someone.relationship = each.relationship().text();
        }
        return true;
    }

    private boolean within(Map<Long, Someone> today, Fact fact, LifeEvent.MoveWithin move) {
        List<Long> ids = ids(move.people());
        if (!areDifferent(ids)) return false;
        Set<Long> houses = new HashSet<>();
        for (long id : ids) {
            Someone someone = today.get(id);
            if (!livesIn(someone, fact.municipality())) return false;
            houses.add(Objects.requireNonNull(Objects.requireNonNull(someone).household));
        }
        if (houses.size() != 1) return false;
        long left = houses.iterator().next();
        boolean same = move.home().household().filter(each -> each.value() == left).isPresent();
        if (same && household(today, left).size() != ids.size()) return false;
        Long house = home(today, move.home(), fact.municipality(), fact.household());
        if (house == null || !stay(today, houses, ids, move.staying())) return false;
        for (Member each : move.people()) {
            Someone someone = Objects.requireNonNull(today.get(each.person().value()));
            someone.before = someone.address;
            someone.address = move.home().address().text();
            someone.addressSince = fact.effective();
            someone.household = house;
            someone.relationship = each.relationship().text();
        }
        return true;
    }

    private boolean change(Map<Long, Someone> today, Fact fact, LifeEvent.HouseholdChange change) {
        List<Long> ids = ids(change.members());
        if (!areDifferent(ids)) return false;
        Set<Long> houses = new HashSet<>();
        for (long id : ids) {
            Someone someone = today.get(id);
            if (!livesIn(someone, fact.municipality())) return false;
            houses.add(Objects.requireNonNull(Objects.requireNonNull(someone).household));
        }
        long target = change.household().map(each -> each.value()).orElse(fact.household());
        if (change.household().isPresent() && !houses.contains(target)) {
            List<Someone> there = household(today, target);
            if (there.isEmpty() || !there.getFirst().municipality.equals(fact.municipality()))
                return false;
        }
        houses.add(target);
        for (Member each : change.staying())
            if (!livesIn(today.get(each.person().value()), fact.municipality())) return false;
        if (!stay(today, houses, ids, change.staying())) return false;
        for (Member each : change.members()) {
            Someone someone = Objects.requireNonNull(today.get(each.person().value()));
            someone.household = target;
            someone.relationship = each.relationship().text();
        }
        return true;
    }

    static List<Someone> household(Map<Long, Someone> today, long house) {
        return today.values().stream()
                .filter(each -> each.household != null && each.household == house)
                .toList();
    }

    private static @Nullable Long home(
            Map<Long, Someone> today, Home home, String here, long fresh) {
        if (!home.municipality().digits().equals(here)) return null;
        if (home.household().isEmpty()) return fresh;
        long house = home.household().get().value();
        List<Someone> there = household(today, house);
        return there.isEmpty() || !there.getFirst().municipality.equals(here) ? null : house;
    }

    private static boolean areDifferent(List<Long> ids) {
        return !ids.isEmpty() && new HashSet<>(ids).size() == ids.size();
    }

    private static List<Long> ids(List<Member> members) {
        return members.stream().map(each -> each.person().value()).toList();
    }

    private static String japanese(LocalDate day) {
        return org.openmyna.kernel.JapaneseDate.of(day).japanese();
    }

    static Someone newcomer(
            Newcomer of,
            String municipality,
            String address,
            long household,
            LocalDate since,
            @Nullable String from) {
        Someone someone = new Someone();
        someone.municipality = municipality;
        someone.name = of.name().text();
        someone.reading = of.furigana().orElse(null);
        someone.former = of.formerSurname().orElse(null);
        someone.alias = of.alias().orElse(null);
        someone.birth = of.birthDate().japanese();
        someone.sex = of.sex().name();
        someone.address = address;
        someone.household = household;
        someone.relationship = of.relationship().text();
        someone.since = since;
        someone.before = from;
        someone.register = of.familyRegister().map(Object::toString).orElse(null);
        someone.registerOffice =
                of.familyRegister().map(each -> each.municipality().digits()).orElse(null);
        someone.foreign = of.foreign().map(Object::toString).orElse(null);
        return someone;
    }
}

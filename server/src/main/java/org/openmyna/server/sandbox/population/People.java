package org.openmyna.server.sandbox.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.Era;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.server.residents.api.FamilyRegister;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Protection;

/** Makes a household of the roles that its plan has. */
final class People {
    /** Foreign residents have records since this day. */
    private static final LocalDate FIRST_FOREIGN_RECORDS = LocalDate.of(2012, 7, 9);

    private static final int DAYS_BETWEEN = 300;

    private static final List<String> STATUSES_WITH_END =
            List.of("技術・人文知識・国際業務", "技能実習２号ロ", "特定技能１号", "留学", "家族滞在", "定住者");

    private final Municipalities municipalities;
    private final Names names = new Names();
    private final ForeignNames foreignNames = new ForeignNames();
    private final LocalDate today;

    People(Municipalities municipalities, LocalDate today) {
        this.municipalities = municipalities;
        this.today = today;
    }

    LoadedHousehold household(List<Role> roles, RandomGenerator chance) {
        Municipality city = municipalities.draw(chance);
        boolean institution = roles.size() > 7;
        Address address =
                institution ? Addresses.institution(city, chance) : Addresses.draw(city, chance);
        LocalDate since = since(roles.getFirst().age(), chance);
        Optional<Address> before = Optional.of(Addresses.draw(municipalities.draw(chance), chance));
        boolean selfEmployed = Entitlements.selfEmployed(chance);
        List<Draft> drafts =
                chance.nextInt(1000) < 19 && !institution
                        ? foreigners(roles, chance)
                        : japanese(roles, city, chance);
        Optional<Protection> measure = measure(chance);
        for (Draft each : drafts) {
            each.hereSince(
                    each.isForeign() && since.isBefore(FIRST_FOREIGN_RECORDS)
                            ? FIRST_FOREIGN_RECORDS
                            : since,
                    before);
            each.with(Entitlements.of(each.born(), each.isForeign(), selfEmployed, today));
            measure.ifPresent(each::isProtected);
        }
        return new LoadedHousehold(
                city.code(), address, drafts.stream().map(Draft::person).toList());
    }

    private LocalDate since(int householder, RandomGenerator chance) {
        int mostDays = Math.max(1, householder * 365);
        int one = chance.nextInt(mostDays);
        int other = chance.nextInt(mostDays);
        return today.minusDays(Math.min(one, other));
    }

    private Optional<Protection> measure(RandomGenerator chance) {
        if (chance.nextInt(700) != 0) return Optional.empty();
        LocalDate from = today.minusDays(chance.nextInt(330));
        return Optional.of(new Protection(from, from.plusYears(1).minusDays(1)));
    }

    private List<Draft> japanese(List<Role> roles, Municipality city, RandomGenerator chance) {
        Map<Integer, Names.Read> surnames = new HashMap<>();
        Map<Integer, FamilyRegister> registers = new HashMap<>();
        List<Draft> drafts = new ArrayList<>(roles.size());
        LocalDate last = LocalDate.MIN;
        for (Role role : roles) {
            LocalDate born = born(role, last, chance);
            last = born;
            if (role.relationship().equals("妻") && chance.nextInt(1000) < 12) {
                drafts.add(foreigner(role, foreignNames.nation(chance), "", born, true, chance));
                continue;
            }
            Names.Read family =
                    surnames.computeIfAbsent(role.surname(), _ -> names.surname(chance));
            Names.Read given = names.given(role.sex(), born.getYear(), chance);
            PersonName name = PersonName.of(family.text(), given.text());
            Draft draft =
                    new Draft(name, born, role.sex(), role.relationship())
                            .read(family.furigana(), given.furigana())
                            .in(
                                    registers.computeIfAbsent(
                                            role.register(), _ -> register(name, city, chance)));
            if (role.relationship().endsWith("妻") && chance.nextInt(100) == 0) {
                draft.formerly(names.surname(chance).text());
            }
            if (role.age() > 60 && chance.nextInt(5000) == 0) {
                draft.registeredAsBorn(vague(born, chance));
            }
            drafts.add(draft);
        }
        return drafts;
    }

    /** Children of one age are twins; others come at least {@link #DAYS_BETWEEN} apart. */
    private LocalDate born(Role role, LocalDate last, RandomGenerator chance) {
        LocalDate latest = today.minusYears(role.age());
        LocalDate drawn = latest.minusDays(chance.nextInt(365));
        if (!role.isChild() || last.equals(LocalDate.MIN)) return drawn;
        if (latest.minusYears(1).isBefore(last) && !last.isAfter(latest)) return last;
        LocalDate earliest = last.plusDays(DAYS_BETWEEN);
        return drawn.isBefore(earliest) && !earliest.isAfter(latest) ? earliest : drawn;
    }

    private static JapaneseDate vague(LocalDate born, RandomGenerator chance) {
        Era era = Era.of(born).orElseThrow();
        int year = born.getYear() - era.firstDay().getYear() + 1;
        return switch (chance.nextInt(4)) {
            case 0 -> new JapaneseDate.YearUnknown(era);
            case 1 -> new JapaneseDate.DayUnknown(era, year, born.getMonthValue());
            default -> new JapaneseDate.MonthUnknown(era, year);
        };
    }

    private FamilyRegister register(PersonName head, Municipality city, RandomGenerator chance) {
        Municipality seat = chance.nextInt(100) < 62 ? city : municipalities.draw(chance);
        int town = chance.nextInt(seat.towns().size());
        return new FamilyRegister(seat.code(), Addresses.of(seat, town, ""), head);
    }

    private List<Draft> foreigners(List<Role> roles, RandomGenerator chance) {
        ForeignNames.Nation nation = foreignNames.nation(chance);
        Map<Integer, String> families = new HashMap<>();
        List<Draft> drafts = new ArrayList<>(roles.size());
        LocalDate last = LocalDate.MIN;
        for (Role role : roles) {
            LocalDate born = born(role, last, chance);
            last = born;
            String family = families.computeIfAbsent(role.surname(), _ -> nation.family(chance));
            drafts.add(foreigner(role, nation, family, born, false, chance));
        }
        return drafts;
    }

    private Draft foreigner(
            Role role,
            ForeignNames.Nation nation,
            String family,
            LocalDate born,
            boolean wifeOfJapanese,
            RandomGenerator chance) {
        String surname = family.isEmpty() ? nation.family(chance) : family;
        Draft draft =
                new Draft(
                                nation.name(surname, role.sex(), chance),
                                born,
                                role.sex(),
                                role.relationship())
                        .foreign(stay(nation, wifeOfJapanese, chance));
        if (chance.nextInt(100) < 18) {
            draft.calledHere(
                    PersonName.of(
                                    names.surname(chance).text(),
                                    names.given(role.sex(), born.getYear(), chance).text())
                            .text());
        }
        return draft;
    }

    private ForeignResident stay(
            ForeignNames.Nation nation, boolean wifeOfJapanese, RandomGenerator chance) {
        String card =
                String.format(Locale.ROOT, "TS%08dTS", 90_000_000 + chance.nextInt(9_999_999));
        if (chance.nextInt(100) < 36) {
            return new ForeignResident(nation.name(), "永住者", Optional.empty(), card);
        }
        String status = wifeOfJapanese ? "日本人の配偶者等" : Addresses.among(STATUSES_WITH_END, chance);
        LocalDate until = today.plusDays(1 + chance.nextInt(3 * 365));
        return new ForeignResident(nation.name(), status, Optional.of(until), card);
    }
}

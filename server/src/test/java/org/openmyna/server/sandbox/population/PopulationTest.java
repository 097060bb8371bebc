package org.openmyna.server.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.LoadedHousehold.Person;
import org.openmyna.server.residents.api.Newcomer;

class PopulationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final int MANY = 30_000;
    private static final List<LoadedHousehold> COUNTRY = Population.of(7, MANY, TODAY).toList();

    @Test
    void one_seed_makes_one_population() {
        assertThat(Population.of(7, 4_000, TODAY))
                .containsExactlyElementsOf(Population.of(7, 4_000, TODAY).toList());
        assertThat(Population.of(8, 4_000, TODAY).toList())
                .isNotEqualTo(Population.of(7, 4_000, TODAY).toList());
    }

    /** So a broken load goes on where it ended. */
    @Test
    void more_people_come_behind_those_who_are_there_anyway() {
        List<LoadedHousehold> few = Population.of(7, 2_000, TODAY).toList();
        assertThat(COUNTRY.subList(0, few.size() - 1)).isEqualTo(few.subList(0, few.size() - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 60, 61, 62, 97, 1_000, 1_001})
    void as_many_people_as_were_asked_for(int people) {
        assertThat(count(Population.of(1, people, TODAY))).isEqualTo(people);
    }

    @Test
    void each_household_has_one_householder_and_it_comes_first() {
        assertThat(COUNTRY)
                .allSatisfy(home -> {
                    assertThat(home.people().getFirst().person().relationship().isHouseholder())
                            .isTrue();
                    assertThat(
                                    home.people().stream()
                                            .filter(each ->
                                                    each.person().relationship().isHouseholder()))
                            .hasSize(1);
                });
    }

    @Test
    void households_have_one_to_seven_people_unless_they_are_homes_for_many() {
        assertThat(COUNTRY)
                .allMatch(home ->
                        home.people().size() <= 7 || home.address().text().contains("試験ホーム"));
        assertThat(COUNTRY).anyMatch(home -> home.people().size() > 7);
        assertThat(IntStream.rangeClosed(1, 7))
                .allMatch(size -> COUNTRY.stream().anyMatch(home -> home.people().size() == size));
    }

    @Test
    void no_address_is_complete_enough_to_be_real() {
        assertThat(COUNTRY.stream().flatMap(PopulationTest::addresses))
                .allMatch(text -> text.contains("９９９９番地"))
                .noneMatch(text -> text.contains("号室") && !text.contains("００００号室"));
    }

    private static Stream<String> addresses(LoadedHousehold home) {
        return Stream.concat(
                Stream.of(home.address().text()),
                home.people().stream()
                        .flatMap(each ->
                                Stream.concat(
                                        each.previousAddress().stream(),
                                        each.person().familyRegister().stream()
                                                .map(register -> register.registeredDomicile())))
                        .map(address -> address.text()));
    }

    @Test
    void everybody_lives_in_a_municipality_that_is_known_by_name() {
        var municipalities = new Municipalities();
        assertThat(COUNTRY)
                .allSatisfy(home -> {
                    Municipality where = municipalities.of(home.municipality()).orElseThrow();
                    assertThat(home.address().text()).startsWith(where.prefecture() + where.name());
                });
        assertThat(COUNTRY.stream().map(LoadedHousehold::municipality).distinct().count())
                .isEqualTo(municipalities.all().size());
    }

    @Test
    void certificates_can_be_issued_in_each_municipality() {
        var municipalities = new Municipalities();
        assertThat(municipalities.all())
                .hasSizeGreaterThan(50)
                .allMatch(where -> municipalities.office(where.code()).isPresent());
    }

    @Test
    void ages_are_spread_as_in_the_country() {
        assertThat(share(age -> age < 15)).isCloseTo(0.115, within(0.02));
        assertThat(share(age -> age >= 15 && age < 65)).isCloseTo(0.595, within(0.03));
        assertThat(share(age -> age >= 65)).isCloseTo(0.29, within(0.03));
        assertThat(share(age -> age >= 80)).isCloseTo(0.10, within(0.03));
        assertThat(share(age -> age > 106)).isZero();
    }

    private static double share(Predicate<Long> wanted) {
        List<Long> ages =
                people().flatMap(each -> each.birthDate().exact().stream())
                        .map(born -> ChronoUnit.YEARS.between(born, TODAY))
                        .toList();
        return (double) ages.stream().filter(wanted).count() / ages.size();
    }

    @Test
    void nobody_is_born_tomorrow_or_was_a_resident_before_birth() {
        assertThat(COUNTRY.stream().flatMap(home -> home.people().stream()))
                .allSatisfy(each -> {
                    assertThat(each.residentSince()).isBeforeOrEqualTo(TODAY);
                    each.person()
                            .birthDate()
                            .exact()
                            .ifPresent(born ->
                                    assertThat(born).isBeforeOrEqualTo(each.residentSince()));
                });
    }

    @Test
    void parents_are_at_least_sixteen_years_older_than_their_children() {
        assertThat(COUNTRY)
                .allSatisfy(home -> {
                    var parent = home.people().getFirst().person().birthDate().exact();
                    home.people().stream()
                            .map(Person::person)
                            .filter(each -> each.relationship().text().equals("子"))
                            .forEach(child ->
                                    assertThat(child.birthDate().exact().orElseThrow())
                                            .isAfter(parent.orElseThrow().plusYears(16)));
                });
    }

    @Test
    void every_kind_of_person_that_programs_get_wrong_is_there_even_among_few() {
        List<Newcomer> few =
                Population.of(3, 200, TODAY)
                        .flatMap(home -> home.people().stream())
                        .map(Person::person)
                        .toList();
        assertThat(few)
                .anyMatch(each -> each.birthDate() instanceof JapaneseDate.Unknown)
                .anyMatch(each -> each.birthDate() instanceof JapaneseDate.MonthUnknown)
                .anyMatch(each -> each.birthDate() instanceof JapaneseDate.DayUnknown)
                .anyMatch(each -> each.birthDate() instanceof JapaneseDate.YearUnknown)
                .anyMatch(each -> each.formerSurname().isPresent())
                .anyMatch(each -> each.alias().isPresent())
                .anyMatch(each -> each.name().text().codePoints().anyMatch(c -> c >= 0xE0100))
                .anyMatch(each -> each.name().text().contains("𠮷"))
                .anyMatch(each -> each.name().text().contains("ヴ"))
                .anyMatch(each -> each.name().text().contains("ー"))
                .anyMatch(each -> each.name().text().equals("SURYANI"))
                .anyMatch(each -> each.foreign().isPresent());
        assertThat(few.stream().flatMap(each -> each.birthDate().exact().stream()))
                .contains(
                        LocalDate.of(1926, 12, 24),
                        LocalDate.of(1926, 12, 25),
                        LocalDate.of(1989, 1, 7),
                        LocalDate.of(1989, 1, 8),
                        LocalDate.of(2019, 4, 30),
                        LocalDate.of(2019, 5, 1),
                        LocalDate.of(2024, 2, 29),
                        TODAY.minusYears(18),
                        TODAY);
    }

    @Test
    void twins_share_a_birthday_and_once_a_name() {
        assertThat(COUNTRY.stream().filter(PopulationTest::hasTwins).count()).isBetween(20L, 400L);
        assertThat(COUNTRY)
                .anyMatch(home -> {
                    Set<String> seen = new HashSet<>();
                    return home.people().stream()
                            .anyMatch(each ->
                                    !seen.add(
                                            each.person().name().text()
                                                    + each.person().birthDate()));
                });
    }

    private static boolean hasTwins(LoadedHousehold home) {
        List<JapaneseDate> born =
                home.people().stream()
                        .map(Person::person)
                        .filter(each -> each.relationship().text().equals("子"))
                        .map(Newcomer::birthDate)
                        .toList();
        return new HashSet<>(born).size() < born.size();
    }

    @Test
    void foreigners_have_no_family_register_and_japanese_have_one() {
        assertThat(people())
                .allMatch(each -> each.foreign().isEmpty() == each.familyRegister().isPresent());
        assertThat(people().filter(each -> each.foreign().isPresent()).count())
                .isBetween(MANY / 100L, MANY / 25L);
        assertThat(people().flatMap(each -> each.foreign().stream()))
                .allMatch(stay -> stay.residenceCard().matches("TS9\\d{7}TS"))
                .allMatch(stay -> stay.until().map(TODAY::isBefore).orElse(true));
    }

    @Test
    void the_specimens_come_first_with_the_codes_of_all_examples() {
        assertThat(
                        Population.of(1, 60, TODAY)
                                .flatMap(home -> home.people().stream())
                                .flatMap(each -> each.person().code().stream()))
                .containsExactlyElementsOf(
                        Specimens.numbers().stream().map(Specimens.Numbers::code).toList());
        assertThat(people().flatMap(each -> each.code().stream())).hasSize(6);
    }

    @Test
    void those_with_a_story_are_found_by_their_name() {
        assertThat(Stories.values())
                .allSatisfy(story ->
                        assertThat(people().filter(each -> each.name().equals(story.personName())))
                                .hasSize(1));
    }

    @Test
    void a_measure_of_protection_holds_today_and_lasts_a_year_at_most() {
        List<Person> guarded =
                COUNTRY.stream()
                        .flatMap(home -> home.people().stream())
                        .filter(each -> each.protection().isPresent())
                        .toList();
        assertThat(guarded)
                .hasSizeGreaterThan(10)
                .allSatisfy(each -> {
                    var measure = each.protection().orElseThrow();
                    assertThat(TODAY).isBetween(measure.from(), measure.until());
                    assertThat(measure.until()).isBefore(measure.from().plusYears(1));
                });
    }

    private static Stream<Newcomer> people() {
        return COUNTRY.stream().flatMap(home -> home.people().stream()).map(Person::person);
    }

    private static long count(Stream<LoadedHousehold> homes) {
        return homes.mapToLong(home -> home.people().size()).sum();
    }
}

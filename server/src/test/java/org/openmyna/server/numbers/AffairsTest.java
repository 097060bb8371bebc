package org.openmyna.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.Affair;
import org.openmyna.server.numbers.api.NumberService.Reading;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.numbers.api.Purpose;

/**
 * My Number is used in the affairs of the dated table, by their bodies, on their days, and nowhere
 * else.
 */
class AffairsTest {
    private static final Affairs TABLE =
            Affairs.parse(
                    """
                    # a comment
                    old.affair; residents; REGISTER; 旧; old; 番号法; 2016-01-01; 2026-04-01
                    new.affair; residents; REGISTER; 新; new; 番号法; 2026-04-01;
                    gap.affair; residents; TAX; 前; before; 番号法; 2016-01-01; 2020-03-01
                    gap.affair; residents; TAX; 後; after; 番号法; 2028-02-29;
                    """);

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    void an_affair_begins_on_its_first_day_and_is_over_on_its_last() {
        assertPermitted("old.affair", "2016-01-01", "2026-03-31");
        assertRefused("old.affair", "2015-12-31", "2026-04-01");
        assertPermitted("new.affair", "2026-04-01", "9999-12-31");
        assertRefused("new.affair", "2026-03-31");
        assertPermitted("gap.affair", "2020-02-29", "2028-02-29");
        assertRefused("gap.affair", "2020-03-01", "2028-02-28");
    }

    private static void assertPermitted(String procedure, String... days) {
        for (String each : days) {
            assertThatCode(() -> TABLE.mustPermit(procedure, Organisation.RESIDENTS, day(each)))
                    .as(each)
                    .doesNotThrowAnyException();
        }
    }

    private static void assertRefused(String procedure, String... days) {
        for (String each : days) {
            assertThatThrownBy(() -> TABLE.mustPermit(procedure, Organisation.RESIDENTS, day(each)))
                    .as(each)
                    .isInstanceOf(AffairNotInForce.class)
                    .hasMessageContaining("MYNA-NUM-012")
                    .hasMessageContaining(each);
        }
    }

    @Test
    void the_day_is_that_of_japan_and_every_refusal_has_its_code_in_the_log(@TempDir Path folder) {
        try (Keeper keeper =
                new Keeper(folder, NumberMode.SANDBOX, TABLE, derivation -> derivation)) {
            NumberToken person = keeper.assigned(Keeper.codes(1, 1).getFirst());
            keeper.itIs("2026-03-31T14:59:59Z");
            read(keeper, person, "old.affair");
            refused(keeper, person, "new.affair", AffairNotInForce.class);
            keeper.itIs("2026-03-31T15:00:00Z");
            read(keeper, person, "new.affair");
            refused(keeper, person, "old.affair", AffairNotInForce.class);
            refused(keeper, person, "no.affair", AffairUnknown.class);
            assertThatThrownBy(() ->
                            keeper.as(Organisation.CARDS)
                                    .reveal(
                                            keeper.call(),
                                            new Reading(
                                                    person, new Purpose("new.affair", "1", "x"))))
                    .isInstanceOf(AffairOfAnotherBody.class);
            assertThat(keeper.log())
                    .extracting(each -> each.entry().outcome())
                    .containsExactly(
                            "DONE",
                            "DONE",
                            "MYNA-NUM-012",
                            "DONE",
                            "MYNA-NUM-012",
                            "MYNA-NUM-010",
                            "MYNA-NUM-011");
            String subject = keeper.log().getFirst().entry().subject();
            assertThat(keeper.log().subList(0, 6))
                    .allMatch(each -> each.entry().subject().equals(subject));
        }
    }

    private static void read(Keeper keeper, NumberToken person, String procedure) {
        keeper.as(Organisation.RESIDENTS)
                .reveal(keeper.call(), new Reading(person, new Purpose(procedure, "1", "officer")));
    }

    private static void refused(
            Keeper keeper, NumberToken person, String procedure, Class<?> reason) {
        assertThatThrownBy(() -> read(keeper, person, procedure)).isInstanceOf(reason);
    }

    @Test
    void a_body_is_told_its_affairs_of_a_day(@TempDir Path folder) {
        try (Keeper keeper = new Keeper(folder)) {
            List<Affair> before =
                    keeper.as(Organisation.WELFARE).affairs(keeper.call(), day("2024-05-26"));
            List<Affair> after =
                    keeper.as(Organisation.WELFARE).affairs(keeper.call(), day("2024-05-27"));
            assertThat(fieldOf(before, "public.assistance.foreign"))
                    .isEqualTo(Affair.Field.ORDINANCE);
            assertThat(fieldOf(after, "public.assistance.foreign"))
                    .isEqualTo(Affair.Field.SOCIAL_SECURITY);
            assertThat(keeper.as(Organisation.BUSINESS).affairs(keeper.call(), day("2026-04-01")))
                    .isEmpty();
        }
    }

    private static Affair.Field fieldOf(List<Affair> affairs, String procedure) {
        return affairs.stream()
                .filter(each -> each.procedure().equals(procedure))
                .map(Affair::field)
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
    }

    @Test
    void every_field_of_the_act_is_in_the_table_and_no_two_periods_of_an_affair_overlap() {
        Affairs table = Affairs.ofTheProgram();
        Set<Affair> all = new HashSet<>();
        for (LocalDate day = day("2015-10-01"); day.getYear() < 2030; day = day.plusDays(1)) {
            for (Organisation body : Organisation.values()) {
                List<Affair> affairs = table.of(body, day);
                all.addAll(affairs);
                Map<String, Long> lines =
                        affairs.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Affair::procedure, Collectors.counting()));
                assertThat(lines.values()).allMatch(count -> count == 1);
            }
        }
        assertThat(all).extracting(Affair::field).contains(Affair.Field.values());
        assertThat(all).allMatch(each -> !each.law().isEmpty() && !each.japanese().isEmpty());
    }
}

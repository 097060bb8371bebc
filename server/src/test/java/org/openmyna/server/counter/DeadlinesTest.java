package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.ResidentId;

/** Deadlines on the first page of a clerk. */
class DeadlinesTest {
    private static CounterTown town;
    private static ResidentId here;
    private static ResidentId hidden;
    private static ResidentId far;

    @BeforeAll
    static void open() {
        town = new CounterTown();
        here = visitor(CounterTown.HIMEJI, Optional.empty());
        far = visitor(CounterTown.CHIYODA, Optional.empty());
        hidden =
                visitor(
                        CounterTown.HIMEJI,
                        Optional.of(
                                new Protection(
                                        CounterTown.TODAY.minusDays(9),
                                        CounterTown.TODAY.plusDays(60))));
    }

    private static ResidentId visitor(
            org.openmyna.kernel.MunicipalityCode where, Optional<Protection> measure) {
        return town.household(where, measure, CounterTown.foreigner("TEST VISITOR", "世帯主"))
                .getFirst();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String link(ResidentId person) {
        return "/cases/new?person=" + person.value() + "\"";
    }

    @Test
    void a_clerk_sees_those_of_the_own_municipality_before_any_case() {
        String work = town.signedIn("c1-282014").get("/work").html();
        assertThat(work).contains("在留期間が終わります", link(here));
        assertThat(work).doesNotContain(link(far), link(hidden), "支援措置が終わります", "VISITOR");
        assertThat(town.accesses)
                .anySatisfy(access -> {
                    assertThat(access.act()).isEqualTo("DEADLINES");
                    assertThat(access.people()).contains(here).doesNotContain(far, hidden);
                    assertThat(access.purpose()).isEqualTo("期限の一覧");
                });
        assertThat(town.signedIn("c1-131016").get("/work").html())
                .contains(link(far))
                .doesNotContain(link(here));
    }

    @Test
    void a_supervisor_sees_those_of_protected_people_of_the_own_municipality_too() {
        assertThat(town.signedIn("s1-282014").get("/work").html())
                .contains(link(hidden), "支援措置が終わります");
        assertThat(town.signedIn("s1-131016").get("/work").html()).doesNotContain(link(hidden));
    }

    @Test
    void a_case_begins_with_the_person_and_still_with_a_purpose() {
        Browser clerk = town.signedIn("c2-282014");
        String form = "/cases/new?person=" + here.value();
        assertThat(clerk.get(form).html())
                .contains("name=\"person\" value=\"" + here.value() + "\"");
        Browser.Page page =
                clerk.post(
                        "/cases/new",
                        "person",
                        String.valueOf(here.value()),
                        "affair",
                        "foreign-move");
        assertThat(page.address().getPath()).endsWith("/people/" + here.value());
        assertThat(page.html()).contains("TEST VISITOR");
        Browser.Page nobody =
                clerk.post("/cases/new", "person", "//elsewhere", "affair", "foreign-move");
        assertThat(nobody.address().getPath()).endsWith("/find");
        List<String> others = List.of(String.valueOf(far.value()), String.valueOf(hidden.value()));
        for (String each : others) {
            assertThat(clerk.post("/cases/new", "person", each, "affair", "foreign-move").html())
                    .doesNotContain("TEST VISITOR");
        }
    }
}

package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmyna.server.residents.api.ResidentId;

/** Two clerks of Himeji, and one record. */
class CompanyTest {
    private static final String EDITING = "窓口　歩さんが、この人か同じ世帯の人の届出を編集中です";
    private static final String OPEN = "窓口　歩さんも、この人か同じ世帯の人の記録を開いています";

    private static CounterTown town;

    @BeforeAll
    static void open() {
        town = new CounterTown();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String who(Browser browser, ResidentId person) {
        String find = browser.post("/cases/new", "affair", "move").address().getPath();
        return find.replace("/find", "/people/" + person.value());
    }

    @Test
    void who_opens_a_record_sees_who_is_writing_a_notice_about_it_or_the_household() {
        List<ResidentId> family = town.family("同席");
        Browser one = town.signedIn("c1-282014");
        Browser other = town.signedIn("c2-282014");
        String mine = who(one, family.getFirst());
        String theirs = who(other, family.get(1));
        assertThat(one.get(mine).html()).doesNotContain("歩さん");
        other.get(theirs);
        assertThat(one.get(mine).html()).contains(OPEN);
        other.get(theirs + "/events/name-change");
        assertThat(one.get(mine).html()).contains(EDITING).doesNotContain("海さん");
        assertThat(one.get(mine + "/events/move-within").html()).contains(EDITING);
        assertThat(other.get(theirs).html()).contains("受付　海さんが");
    }

    @Test
    void who_went_away_or_signed_out_is_no_company() {
        ResidentId person = town.family("退席").getFirst();
        Browser one = town.signedIn("c1-282014");
        Browser other = town.signedIn("c2-282014");
        String theirs = who(other, person);
        String mine = who(one, person);
        other.get(theirs + "/events/name-change");
        assertThat(one.get(mine).html()).contains(EDITING);
        town.time.passes(Duration.ofMinutes(4));
        assertThat(one.get(mine).html()).contains(EDITING);
        town.time.passes(Duration.ofMinutes(2));
        assertThat(one.get(mine).html()).doesNotContain("歩さん");

        other.post("/sign-in", "officer", "c2-282014");
        other.get(theirs + "/events/name-change");
        assertThat(one.get(mine).html()).contains(EDITING);
        other.post("/logout");
        assertThat(one.get(mine).html()).doesNotContain("歩さん");
    }
}

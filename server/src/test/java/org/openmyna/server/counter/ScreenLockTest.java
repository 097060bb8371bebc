package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmyna.server.residents.api.ResidentId;

/** A clerk goes away from a screen and comes back. */
class ScreenLockTest {
    private static final String CLERK = "c1-282014";
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = LONG.minusSeconds(10);

    private static CounterTown town;
    private static ResidentId person;

    @BeforeAll
    static void open() {
        town = new CounterTown();
        person = town.family("離席").getFirst();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String form(Browser browser) {
        String find = browser.post("/cases/new", "affair", "move").address().getPath();
        return find.replace("/find", "/people/" + person.value() + "/events/name-change");
    }

    @Test
    void five_minutes_without_work_lock_the_screen_and_signing_in_again_leads_back() {
        Browser browser = town.signedIn(CLERK);
        String form = form(browser);
        town.time.passes(SHORT);
        assertThat(browser.get(form).html()).contains("離席　一郎");
        town.time.passes(LONG);
        Browser.Page locked = browser.get(form);
        assertThat(locked.address().getPath()).isEqualTo("/lock");
        assertThat(locked.html()).contains("ロックしています").doesNotContain("離席");
        assertThat(browser.get("/work").address().getPath()).isEqualTo("/lock");
        Browser.Page back = browser.post("/sign-in", "officer", CLERK);
        assertThat(back.address().getPath()).isEqualTo(form);
        assertThat(back.html()).contains("離席　一郎");
    }

    @Test
    void what_was_typed_is_there_after_the_lock() {
        Browser browser = town.signedIn(CLERK);
        String form = form(browser);
        String[] typed = Browser.fields(browser.get(form), "name", "離席　改子", "step", "preview");
        town.time.passes(LONG);
        assertThat(browser.post(form, typed).address().getPath()).isEqualTo("/lock");
        Browser.Page back = browser.post("/sign-in", "officer", CLERK);
        assertThat(back.address().getPath()).isEqualTo(form);
        assertThat(back.html()).contains("value=\"離席　改子\"");
        assertThat(browser.get(form).html()).doesNotContain("離席　改子");
    }

    @Test
    void a_button_locks_at_once_with_what_is_in_the_form() {
        Browser browser = town.signedIn(CLERK);
        String form = form(browser);
        Browser.Page page = browser.get(form);
        assertThat(page.html()).contains("formaction=\"/lock?at=" + form + "\"");
        browser.post("/lock?at=" + form, Browser.fields(page, "name", "離席　押子"));
        assertThat(browser.get("/work").address().getPath()).isEqualTo("/lock");
        assertThat(browser.post("/sign-in", "officer", CLERK).html()).contains("value=\"離席　押子\"");
    }

    @Test
    void two_windows_lock_and_neither_loses_its_form() {
        Browser browser = town.signedIn(CLERK);
        String one = form(browser);
        String other = form(browser);
        browser.post("/lock?at=" + one, "name", "離席　甲子");
        browser.post("/lock?at=" + other, "name", "離席　乙子");
        assertThat(browser.post("/sign-in", "officer", CLERK).html()).contains("離席　甲子");
        assertThat(browser.get(other).html()).contains("離席　乙子");
    }

    @Test
    void somebody_else_finds_nothing_of_it() {
        Browser browser = town.signedIn(CLERK);
        String form = form(browser);
        browser.post("/lock?at=" + form, "name", "離席　秘子");
        Browser.Page other = browser.post("/sign-in", "officer", "c2-282014");
        assertThat(other.address().getPath()).isEqualTo("/work");
        assertThat(browser.get(form).html()).doesNotContain("離席　秘子");
    }

    @Test
    void who_types_is_there_and_a_page_that_asks_too_early_is_sent_back() {
        Browser browser = town.signedIn(CLERK);
        for (int n = 0; n < 3; n++) {
            town.time.passes(SHORT);
            assertThat(browser.post("/lock/here").status()).isEqualTo(204);
        }
        assertThat(browser.get("/lock?at=/cases/new").address().getPath()).isEqualTo("/cases/new");
        assertThat(browser.get("/lock?at=//elsewhere.example").address().getPath())
                .isEqualTo("/work");
        town.time.passes(LONG);
        assertThat(browser.post("/lock/here").status()).isEqualTo(409);
        assertThat(browser.get("/lock?at=/cases/new").html()).contains("ロックしています");
    }

    @Test
    void a_page_without_a_script_asks_for_the_lock_by_itself_or_is_covered() {
        Browser browser = town.signedIn(CLERK);
        assertThat(browser.get("/work").html()).contains("content=\"300;url=/lock?at=/work\"");
        assertThat(browser.get(form(browser)).html())
                .doesNotContain("http-equiv=\"refresh\"")
                .contains("om-covered");
    }

    @Test
    void half_an_hour_ends_the_session() {
        Browser browser = town.signedIn(CLERK);
        town.time.passes(Duration.ofMinutes(31));
        assertThat(browser.get("/work").html()).contains("サインインし直してください");
    }
}

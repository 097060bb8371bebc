package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys that do what links do, and can be turned off. */
class ShortcutsTest {
    private final CounterTown town = CounterTown.shared();

    @Test
    void f2_leads_to_the_search_and_every_key_is_listed() {
        Browser browser = town.signedIn("c2-131016");
        assertThat(browser.get("/work").html()).contains("href=\"/cases/new\" data-key=\"F2\"");
        String find = browser.post("/cases/new", "affair", "move").address().getPath();
        assertThat(browser.get(find).html())
                .contains("href=\"" + find + "\" data-key=\"F2\"")
                .doesNotContain("href=\"/cases/new\" data-key");
        String list = browser.get("/shortcuts").html();
        Frame.KEYS.forEach(key -> assertThat(list).contains("<kbd>" + key + "</kbd>"));
    }

    @Test
    void keys_that_are_turned_off_stay_off_for_the_officer() {
        Browser browser = town.signedIn("c1-131016");
        assertThat(browser.post("/shortcuts", "keys", "off").html()).contains("キーを使いません");
        assertThat(browser.get("/work").html()).doesNotContain("data-key");
        assertThat(town.signedIn("c1-131016").get("/work").html()).doesNotContain("data-key");
        browser.post("/shortcuts", "keys", "on");
        assertThat(browser.get("/work").html()).contains("data-key");
    }
}

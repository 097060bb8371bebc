package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.server.residents.api.ResidentId;

/** What a clerk may not, and what happens to what was typed wrongly. */
class CounterBordersTest {
    private static final String CLERK = "c2-282014";

    private final CounterTown town = CounterTown.shared();

    private static String open(Browser browser) {
        String path = browser.post("/cases/new", "affair", "number").address().getPath();
        return path.substring(0, path.lastIndexOf('/'));
    }

    private ResidentId somebody(String name) {
        return town.household(
                        CounterTown.HIMEJI,
                        Optional.empty(),
                        CounterTown.somebody(name, "テスト", "1990-02-28", "世帯主"))
                .getFirst();
    }

    @Test
    void another_municipalitys_person_looks_like_an_address_that_never_was() {
        ResidentId far =
                town.household(
                                CounterTown.CHIYODA,
                                Optional.empty(),
                                CounterTown.somebody("遠方　試験子", "エンポウ", "1960-01-01", "世帯主"))
                        .getFirst();
        Browser browser = town.signedIn(CLERK);
        String file = open(browser);
        Browser.Page other = browser.get(file + "/people/" + far.value());
        Browser.Page nobody = browser.get(file + "/people/999999999");
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.html().replace("/people/" + far.value(), ""))
                .isEqualTo(nobody.html().replace("/people/999999999", ""));
        assertThat(browser.get(file + "/people/" + far.value() + "/number").status())
                .isEqualTo(404);
        assertThat(browser.post(file + "/find", "name", "遠方").html()).contains("条件に合う人はいません");
    }

    @Test
    void a_case_of_another_municipality_is_nobodys() {
        String file = open(town.signedIn("c1-131016"));
        Browser browser = town.signedIn(CLERK);
        assertThat(browser.get(file).status()).isEqualTo(404);
        assertThat(browser.get("/cases/28201-999999").status()).isEqualTo(404);
        assertThat(browser.get("/cases/x/people/0").status()).isEqualTo(404);
    }

    static List<String> routes() {
        return java.util.stream.Stream.of(
                        LockScreen.ROUTES,
                        ShortcutScreen.ROUTES,
                        SecondScreenDesk.ROUTES,
                        WorkScreen.ROUTES,
                        FindScreen.ROUTES,
                        PersonScreen.ROUTES,
                        NumberScreen.ROUTES,
                        HistoryScreen.ROUTES,
                        EventScreen.ROUTES,
                        ProtectionScreen.ROUTES,
                        ReceiptScreen.ROUTES)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobody_gets_anywhere_without_signing_in(String route) {
        String path =
                route.replaceAll("^[A-Z]+ ", "")
                        .replace("{number}", "28201-000001")
                        .replace("{id}", "1")
                        .replace("{kind}", "death");
        Browser stranger = new Browser(town.server);
        Browser.Page page = route.startsWith("GET") ? stranger.get(path) : stranger.post(path);
        assertThat(page.address().getPath()).isEqualTo("/");
        assertThat(page.html()).contains("サインインし直してください");
    }

    @Test
    void signing_out_ends_the_session_and_the_old_cookie_is_worth_nothing() {
        Browser browser = town.signedIn(CLERK);
        assertThat(browser.get("/work").html()).contains("姫路市　");
        Browser copy = browser.copy();
        browser.post("/logout");
        assertThat(copy.get("/work").html()).contains("サインインし直してください");
    }

    @Test
    void a_case_needs_a_purpose() {
        Browser browser = town.signedIn(CLERK);
        Browser.Page page = browser.post("/cases/new");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("<title>エラー：", "href=\"#affair\"");
        assertThat(browser.post("/cases/new", "affair", "gossip").status()).isEqualTo(422);
    }

    @Test
    void every_look_is_in_the_registers_log_with_case_and_purpose() {
        ResidentId person = somebody("記録　試験子");
        Browser browser = town.signedIn(CLERK);
        String file = open(browser);
        browser.get(file + "/people/" + person.value());
        String number = file.substring(file.lastIndexOf('/') + 1);
        assertThat(town.accesses)
                .anySatisfy(access -> {
                    assertThat(access.act()).isEqualTo("READ");
                    assertThat(access.people()).contains(person);
                    assertThat(access.officer()).isEqualTo(CLERK);
                    assertThat(access.purpose()).contains(number, "個人番号の確認");
                });
    }

    @Test
    void a_number_is_shown_for_a_reason_once_and_is_nowhere_else() {
        ResidentId person = somebody("番号　試験子");
        Browser browser = town.signedIn(CLERK);
        String file = open(browser);
        String path = file + "/people/" + person.value() + "/number";
        Browser.Page asked = browser.get(path);
        assertThat(asked.html()).doesNotContain("om-number");
        assertThat(browser.post(path, "step", "reveal").status()).isEqualTo(422);
        int before = town.numbers.readings.size();
        Browser.Page shown = browser.post(path, "step", "reveal", "reason", "request");
        assertThat(shown.html()).contains("<span>9", "http-equiv=\"refresh\" content=\"30\"");
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.address().toString()).doesNotContain("9000");
        assertThat(town.numbers.readings).hasSize(before + 1);
        var purpose = town.numbers.readings.getLast().purpose();
        assertThat(purpose.procedure()).isEqualTo("juki.counter");
        assertThat(file).endsWith(purpose.caseId());
        assertThat(purpose.officer()).isEqualTo(CLERK);
        assertThat(town.numbers.purposes).last().isEqualTo(purpose);
        assertThat(town.accesses)
                .filteredOn(access -> access.people().contains(person))
                .noneMatch(access -> access.act().equals("CARD_HOLDER"))
                .anySatisfy(access -> {
                    assertThat(access.act()).isEqualTo("CODE");
                    assertThat(access.officer()).isEqualTo(CLERK);
                    assertThat(access.purpose()).contains("個人番号の表示");
                });
        assertThat(browser.get(path).html()).doesNotContain("<span>9");
        assertThat(browser.get(file).html()).contains("本人からの請求");
        // changing the language is no reason to show it again
        browser.post(path + "?view=en", "step", "reveal", "reason", "request");
        assertThat(town.numbers.readings).hasSize(before + 1);
    }

    @Test
    void what_was_searched_for_is_in_no_address() {
        Browser browser = town.signedIn(CLERK);
        String file = open(browser);
        somebody("検索　試験子");
        Browser.Page found = browser.post(file + "/find", "furigana", "てすと", "name", "検索");
        assertThat(found.address().getRawQuery()).isNull();
        assertThat(found.html()).contains("検索　試験子", "value=\"検索\"");
        assertThat(browser.post(file + "/find", "step", "clear").html()).doesNotContain("検索　試験子");
    }

    @Test
    void too_many_people_are_not_all_shown() {
        for (int n = 0; n < 52; n++) somebody("大勢　試験子");
        Browser browser = town.signedIn(CLERK);
        Browser.Page found = browser.post(open(browser) + "/find", "name", "大勢");
        assertThat(found.html()).contains("50人より多く見つかった");
        assertThat(found.html().split("大勢　試験子", -1)).hasSize(51);
    }

    @Test
    void a_refusal_of_the_register_keeps_everything_typed() {
        ResidentId head = town.family("拒否").getFirst();
        Browser browser = town.signedIn(CLERK);
        String form = open(browser) + "/people/" + head.value() + "/events/move-out";
        Browser.Page page =
                browser.post(
                        form,
                        Browser.fields(
                                browser.get(form),
                                "effective-year",
                                "８",
                                "effective-month",
                                "6",
                                "effective-day",
                                "１０",
                                "destination",
                                "東京都千代田区試験町一丁目",
                                "step",
                                "preview"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains("MYNA-RES-014", "href=\"#rel-" + head.value() + "\"")
                .contains("value=\"東京都千代田区試験町一丁目\"", "value=\"１０\"");
        String spouse = "rel-" + (head.value() + 1);
        assertThat(
                        browser.post(form, Browser.fields(page, spouse, "世帯主", "step", "preview"))
                                .html())
                .contains("期限までに転入届がないと", "拒否　花子（世帯主）");
        ResidentId child = town.family("拒否二").getLast();
        String late = open(browser) + "/people/" + child.value() + "/events/death";
        Browser.Page refused =
                browser.post(
                        late,
                        Browser.fields(
                                browser.get(late),
                                "effective-year",
                                "９",
                                "effective-month",
                                "12",
                                "effective-day",
                                "3１",
                                "step",
                                "preview"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains("MYNA-RES-021", "href=\"#effective-year\"", "aria-invalid=\"true\"")
                .contains("value=\"９\"", "value=\"3１\"", "<title>エラー：");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R/8/2/30/「日」",
                "R/8/13/1/「月」",
                "/8/1/1/西暦4桁",
                "H/40/1/1/元号",
                "R/x/1/1/「年」",
                "R/8///年・月・日"
            })
    void a_wrong_day_says_which_part_and_how_to_mend_it(String typed) {
        String[] parts = typed.split("/", -1);
        ResidentId person = somebody("日付　試験子");
        Browser browser = town.signedIn(CLERK);
        String form = open(browser) + "/people/" + person.value() + "/events/death";
        Browser.Page page =
                browser.post(
                        form,
                        Browser.fields(
                                browser.get(form),
                                "effective-era",
                                parts[0],
                                "effective-year",
                                parts[1],
                                "effective-month",
                                parts[2],
                                "effective-day",
                                parts[3],
                                "step",
                                "preview"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains(parts[4], "入力内容を確認してください（1件）");
    }

    @Test
    void changing_the_language_in_the_middle_keeps_what_was_typed() {
        ResidentId person = somebody("言語　試験子");
        Browser browser = town.signedIn(CLERK);
        String form = open(browser) + "/people/" + person.value() + "/events/name-change";
        Browser.Page page =
                browser.post(form + "?view=en", Browser.fields(browser.get(form), "name", "言語　改子"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("<html lang=\"en\"", "value=\"言語　改子\"", "Change of name");
    }

    @Test
    void every_notice_has_a_form_in_three_ways_of_speaking() {
        ResidentId japanese = town.family("全届").getFirst();
        ResidentId foreign =
                town.household(
                                CounterTown.HIMEJI,
                                Optional.empty(),
                                CounterTown.foreigner("TEST CAROL", "世帯主"))
                        .getFirst();
        Browser browser = town.signedIn(CLERK);
        String file = open(browser);
        for (EventForm form : EventForms.ALL) {
            boolean ofForeigners = List.of("AliasChange", "StayChange").contains(form.kind());
            String path =
                    form.ofPerson()
                            ? file
                                    + "/people/"
                                    + (ofForeigners ? foreign : japanese).value()
                                    + "/events/"
                                    + form.path()
                            : file + "/events/" + form.path();
            for (String language : List.of("ja", "en", "easy")) {
                Browser.Page page = browser.post(path + "?view=" + language);
                assertThat(page.status()).as(path).isEqualTo(200);
            }
        }
    }
}

package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.openmyna.server.residents.api.AsAt;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;

/** What a clerk of Himeji does in a day, over HTTP. */
class CounterFlowTest {
    private static final String CLERK = "c1-282014";
    private static final String SUPERVISOR = "s1-282014";
    private static final String NEXT_HOME = "兵庫県姫路市試験町八丁目８８８番８号";

    private final CounterTown town = CounterTown.shared();

    /** A case of a clerk who is signed in: its path. */
    private static String open(Browser browser) {
        Browser.Page page = browser.post("/cases/new", "affair", "move");
        assertThat(page.status()).isEqualTo(200);
        String path = page.address().getPath();
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String[] moved(Browser.Page form, String... changes) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "effective-era", "R",
                                "effective-year", "８",
                                "effective-month", "５",
                                "effective-day", "２８",
                                "address", NEXT_HOME,
                                "step", "preview"));
        all.addAll(List.of(changes));
        return Browser.fields(form, all.toArray(String[]::new));
    }

    private ResidentRecord today(ResidentId person) {
        return town.residents
                .record(
                        town.call(),
                        person.value(),
                        new ResidentService.Look(
                                new Officer(CounterTown.HIMEJI, "test", true, "試験"),
                                new AsAt(CounterTown.TODAY, town.clock.instant())))
                .orElseThrow();
    }

    @Test
    void moving_house_is_previewed_then_recorded_once_and_printed() throws Exception {
        ResidentId person =
                town.household(
                                CounterTown.HIMEJI,
                                java.util.Optional.empty(),
                                CounterTown.somebody("引越　試験子", "ヒッコシ シケンコ", "1980-01-01", "世帯主"))
                        .getFirst();
        Browser browser = town.signedIn(CLERK);
        String file = open(browser);
        String form = file + "/people/" + person.value() + "/events/move-within";
        Browser.Page preview = browser.post(form, moved(browser.get(form)));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.html())
                .contains("署名用電子証明書が失効します", NEXT_HOME, "令和8年（2026年）5月28日")
                .contains("すでに記録されている期間が変わります", "いまの記録1件", "確定したあとの記録2件")
                .containsOnlyOnce("<del><span lang=\"ja\">" + CounterTown.HOME.text())
                .containsOnlyOnce("<ins><span lang=\"ja\">" + NEXT_HOME)
                .doesNotContain("<del><span class=\"om-name\"");
        assertThat(today(person).address()).isEqualTo(CounterTown.HOME);

        Browser.Page receipt =
                browser.post(
                        form,
                        Browser.fields(preview, "confirmed", "ORAL_NO_SCREEN", "step", "record"));
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.html()).contains("記録しました", "引越　試験子", "署名用電子証明書が失効します");
        assertThat(today(person).address().text()).isEqualTo(NEXT_HOME);
        Browser.Page again =
                browser.post(
                        form,
                        Browser.fields(preview, "confirmed", "ORAL_NO_SCREEN", "step", "record"));
        assertThat(again.address()).isEqualTo(receipt.address());
        assertThat(browser.get(file).html()).contains("転居届");

        Browser.Page paper = browser.get(receipt.address().getPath() + "/paper");
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(paper.header("Cache-Control")).isEqualTo("no-store");
        try (PDDocument pdf = Loader.loadPDF(paper.answer().body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("受理通知書", "試験用 TEST", "転居届", "引越　試験子", "姫路市長（試験）");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("【試験用】");
            assertThat(pdf.getPage(0).getResources().getFontNames()).isNotEmpty();
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void ten_clicks_on_one_button_are_one_notice() throws Exception {
        ResidentId person = town.family("連打").getFirst();
        Browser browser = town.signedIn(CLERK);
        String form = open(browser) + "/people/" + person.value() + "/events/name-change";
        Browser.Page preview =
                browser.post(
                        form,
                        Browser.fields(
                                browser.get(form),
                                "effective-year",
                                "8",
                                "effective-month",
                                "6",
                                "effective-day",
                                "1",
                                "name",
                                "連打　改子",
                                "furigana",
                                "レンダ カイコ",
                                "step",
                                "preview"));
        String[] fields = Browser.fields(preview, "confirmed", "ORAL_NO_SCREEN", "step", "record");
        Set<String> receipts;
        try (ExecutorService hands = Executors.newFixedThreadPool(10)) {
            Callable<String> click = () -> browser.postOnce(form, fields).header("Location");
            List<Future<String>> clicks = new ArrayList<>();
            for (int n = 0; n < 10; n++) clicks.add(hands.submit(click));
            receipts = new java.util.HashSet<>();
            for (Future<String> each : clicks) receipts.add(each.get());
        }
        assertThat(receipts).hasSize(1).allMatch(each -> each.contains("/notices/"));
        assertThat(
                        town.residents
                                .history(
                                        town.call(),
                                        person.value(),
                                        new Officer(CounterTown.HIMEJI, "test", false, "試験"))
                                .notices())
                .hasSize(1);
    }

    @Test
    void a_cancelled_notice_stays_visible_and_the_record_is_as_before() {
        ResidentId person = town.family("取消").getFirst();
        Browser browser = town.signedIn(CLERK);
        String file = open(browser);
        String who = file + "/people/" + person.value();
        String form = who + "/events/name-change";
        Browser.Page preview =
                browser.post(
                        form,
                        Browser.fields(
                                browser.get(form),
                                "effective-year",
                                "8",
                                "effective-month",
                                "6",
                                "effective-day",
                                "1",
                                "name",
                                "取消　改子",
                                "step",
                                "preview"));
        browser.post(
                form, Browser.fields(preview, "confirmed", "ORAL_NO_SCREEN", "step", "record"));
        Browser.Page page = browser.get(who);
        assertThat(page.html()).contains("取消　改子");
        String cancel = link(page.html(), "events/cancellation\\?notice=[0-9]+");
        Browser.Page sure =
                browser.post(
                        who + "/events/cancellation",
                        Browser.fields(browser.get(cancel), "step", "preview"));
        assertThat(sure.status()).isEqualTo(200);
        Browser.Page receipt =
                browser.post(
                        who + "/events/cancellation",
                        Browser.fields(sure, "confirmed", "ORAL_NO_SCREEN", "step", "record"));
        assertThat(receipt.html()).contains("届出の取消");
        assertThat(browser.get(who).html()).contains("取り消し済み", "取消　一郎");
        assertThat(browser.get(who + "/history").html()).contains("取消　改子", "取消　一郎");
    }

    private static String link(String html, String pattern) {
        Matcher found = Pattern.compile("href=\"([^\"]*" + pattern + ")\"").matcher(html);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void whoever_moved_out_elsewhere_moves_in_by_the_numbers_of_the_certificate() {
        ResidentId person =
                town.household(
                                CounterTown.CHIYODA,
                                java.util.Optional.empty(),
                                CounterTown.somebody("転出　試験子", "テンシュツ シケンコ", "1975-05-05", "世帯主"))
                        .getFirst();
        Browser there = town.signedIn("c1-131016");
        String form = open(there) + "/people/" + person.value() + "/events/move-out";
        Browser.Page preview =
                there.post(
                        form,
                        Browser.fields(
                                there.get(form),
                                "effective-year",
                                "8",
                                "effective-month",
                                "5",
                                "effective-day",
                                "30",
                                "destination",
                                NEXT_HOME,
                                "step",
                                "preview"));
        Browser.Page receipt =
                there.post(
                        form,
                        Browser.fields(preview, "confirmed", "ORAL_NO_SCREEN", "step", "record"));
        assertThat(receipt.html()).contains("転出証明の整理番号", ">" + person.value() + "<");

        Browser here = town.signedIn(CLERK);
        String file = open(here);
        Browser.Page found =
                here.post(
                        file + "/find",
                        "name",
                        "転出　試験子",
                        "born-era",
                        "",
                        "born-year",
                        "1975",
                        "born-month",
                        "5",
                        "born-day",
                        "5");
        assertThat(found.html()).contains("転出　試験子", "mover=" + person.value());
        String moveIn = file + "/events/move-in";
        Browser.Page sure =
                here.post(
                        moveIn,
                        Browser.fields(
                                here.get(moveIn + "?mover=" + person.value()),
                                "effective-year",
                                "8",
                                "effective-month",
                                "6",
                                "effective-day",
                                "1",
                                "address",
                                NEXT_HOME,
                                "step",
                                "preview"));
        assertThat(sure.status()).as(sure.html()).isEqualTo(200);
        assertThat(
                        here.post(
                                        moveIn,
                                        Browser.fields(
                                                sure,
                                                "confirmed",
                                                "ORAL_NO_SCREEN",
                                                "step",
                                                "record"))
                                .html())
                .contains("転出　試験子", "転入届");
        assertThat(today(person).municipality()).isEqualTo(CounterTown.HIMEJI);
    }

    @Test
    void a_child_is_entered_into_the_household_of_a_parent() {
        ResidentId parent = town.family("出産").getFirst();
        Browser browser = town.signedIn(CLERK);
        String form = open(browser) + "/people/" + parent.value() + "/events/birth";
        Browser.Page preview =
                browser.post(
                        form,
                        Browser.fields(
                                browser.get(form),
                                "effective-year",
                                "8",
                                "effective-month",
                                "5",
                                "effective-day",
                                "25",
                                "p1-name",
                                "出産　三郎",
                                "p1-furigana",
                                "シュッサン サブロウ",
                                "p1-sex",
                                "MALE",
                                "p1-registerCode",
                                "２８２０１４",
                                "p1-registerAddress",
                                CounterTown.HOME.text(),
                                "p1-registerHead",
                                "出産　一郎",
                                "step",
                                "preview"));
        assertThat(preview.html()).contains("マイナンバーが付きます");
        browser.post(
                form, Browser.fields(preview, "confirmed", "ORAL_NO_SCREEN", "step", "record"));
        Set<String> names =
                town
                        .residents
                        .household(
                                town.call(),
                                parent.value(),
                                new ResidentService.Look(
                                        new Officer(CounterTown.HIMEJI, "test", false, "試験"),
                                        new AsAt(CounterTown.TODAY, town.clock.instant())))
                        .orElseThrow()
                        .members()
                        .stream()
                        .map(each -> each.name().text())
                        .collect(Collectors.toSet());
        assertThat(names).contains("出産　三郎").hasSize(4);
    }

    @Test
    void people_from_abroad_are_entered_two_at_a_time() {
        Browser browser = town.signedIn(CLERK);
        String form = open(browser) + "/events/arrival";
        Browser.Page two = browser.post(form, Browser.fields(browser.get(form), "step", "add"));
        assertThat(two.html()).contains("p2-name");
        Browser.Page preview =
                browser.post(
                        form,
                        Browser.fields(
                                two,
                                "effective-year",
                                "8",
                                "effective-month",
                                "6",
                                "effective-day",
                                "1",
                                "address",
                                NEXT_HOME,
                                "p1-name",
                                "TEST ALEX",
                                "p1-birthDate-era",
                                "",
                                "p1-birthDate-year",
                                "1990",
                                "p1-birthDate-month",
                                "1",
                                "p1-birthDate-day",
                                "31",
                                "p1-sex",
                                "MALE",
                                "p1-relationship",
                                "世帯主",
                                "p1-nationality",
                                "試験国",
                                "p1-status",
                                "技術",
                                "p1-residenceCard",
                                "TEST00000001",
                                "p1-alias",
                                "試験　亜礼",
                                "p1-NATIONAL_HEALTH_INSURANCE",
                                "yes",
                                "p1-NATIONAL_PENSION",
                                "yes",
                                "p2-name",
                                "TEST BETTY",
                                "p2-birthDate-era",
                                "S",
                                "p2-birthDate-year",
                                "63",
                                "p2-sex",
                                "FEMALE",
                                "p2-relationship",
                                "妻",
                                "p2-nationality",
                                "試験国",
                                "p2-status",
                                "家族滞在",
                                "p2-residenceCard",
                                "TEST00000002",
                                "step",
                                "preview"));
        assertThat(preview.status()).as(preview.html()).isEqualTo(200);
        assertThat(preview.html()).contains("昭和63年月日不詳", "国民健康保険に入る");
        Browser.Page wrong =
                browser.post(
                        form, Browser.fields(preview, "p1-formerSurname", "旧", "step", "preview"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("href=\"#p1-formerSurname\"", "旧氏は日本国籍の人だけ");
        Browser.Page receipt =
                browser.post(
                        form,
                        Browser.fields(preview, "confirmed", "ORAL_NO_SCREEN", "step", "record"));
        assertThat(receipt.html()).contains("TEST ALEX");
        String person = link(receipt.html(), "/people/[0-9]+");
        assertThat(browser.get(person).html()).contains("試験　亜礼", "国民健康保険", "国民年金");
    }

    @Test
    void somebody_who_is_entered_twice_is_shown_beside_the_record_there_is() {
        town.household(
                CounterTown.HIMEJI,
                java.util.Optional.empty(),
                CounterTown.somebody("重複　試験子", "チョウフク シケンコ", "1977-07-07", "世帯主"));
        ResidentId hidden = town.inHiding("隠　試験子");
        Browser browser = town.signedIn(CLERK);
        String form = open(browser) + "/events/arrival";
        Browser.Page page = arrival(browser, form, "重複　試験子", "1977", "7", "7");
        assertThat(page.html()).contains("すでに記録がある人かもしれません", "入力した人", "記録がある人 1", "チョウフク シケンコ");
        assertThat(arrival(browser, form, "重複　試験子", "1977", "7", "8").html())
                .doesNotContain("すでに記録がある人かもしれません");
        Browser.Page masked = arrival(browser, form, "隠　試験子", "1990", "4", "1");
        assertThat(masked.html()).contains("支援措置：上長へ", "表示していません", "/people/" + hidden.value());
    }

    private static Browser.Page arrival(
            Browser browser, String form, String name, String year, String month, String day) {
        return browser.post(
                form,
                Browser.fields(
                        browser.get(form),
                        "effective-year",
                        "8",
                        "effective-month",
                        "6",
                        "effective-day",
                        "1",
                        "address",
                        NEXT_HOME,
                        "p1-name",
                        name,
                        "p1-birthDate-era",
                        "",
                        "p1-birthDate-year",
                        year,
                        "p1-birthDate-month",
                        month,
                        "p1-birthDate-day",
                        day,
                        "p1-sex",
                        "FEMALE",
                        "p1-relationship",
                        "世帯主",
                        "step",
                        "preview"));
    }

    @Test
    void measures_of_protection_are_the_supervisors_and_hide_the_record_from_clerks() {
        ResidentId person = town.family("保護").getFirst();
        Browser supervisor = town.signedIn(SUPERVISOR);
        String file = open(supervisor);
        String who = file + "/people/" + person.value();
        Browser.Page after =
                supervisor.post(
                        who + "/protection", Browser.fields(supervisor.get(who + "/protection")));
        assertThat(after.status()).as(after.html()).isEqualTo(200);
        assertThat(after.html()).contains("支援措置：上長へ", CounterTown.HOME.text());

        Browser clerk = town.signedIn(CLERK);
        String other = open(clerk);
        Browser.Page closed = clerk.get(other + "/people/" + person.value());
        assertThat(closed.html()).contains("支援措置：上長へ").doesNotContain("試験町", "保護　一郎");
        Browser.Page found = clerk.post(other + "/find", "name", "保護");
        assertThat(found.html()).contains("保護　一郎", "表示していません");
        assertThat(clerk.get(other + "/people/" + person.value() + "/protection").status())
                .isEqualTo(404);
    }
}

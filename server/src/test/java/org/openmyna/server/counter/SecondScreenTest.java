package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmyna.server.residents.api.ResidentId;

/** A clerk and a citizen on two sides of a counter, each before a screen. */
class SecondScreenTest {
    private static final String CLERK = "c1-282014";
    private static final String NEW_NAME = "画面　改子";

    private static CounterTown town;
    private static ResidentId person;

    @BeforeAll
    static void open() {
        town = new CounterTown();
        person = town.family("画面").getFirst();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String form(Browser clerk) {
        String find = clerk.post("/cases/new", "affair", "move").address().getPath();
        return find.replace("/find", "/people/" + person.value() + "/events/name-change");
    }

    private static Browser.Page preview(Browser clerk, String form, String name) {
        return clerk.post(
                form,
                Browser.fields(
                        clerk.get(form),
                        "effective-year",
                        "8",
                        "effective-month",
                        "6",
                        "effective-day",
                        "1",
                        "name",
                        name,
                        "step",
                        "preview"));
    }

    private static String code(Browser clerk) {
        Matcher code =
                Pattern.compile("<span>([0-9]{3})</span><span>([0-9]{3})</span>")
                        .matcher(clerk.post("/second-screen", "step", "code").html());
        assertThat(code.find()).isTrue();
        return code.group(1) + code.group(2);
    }

    private static Browser paired(Browser clerk) {
        Browser citizen = new Browser(town.server);
        assertThat(citizen.post("/citizen", "code", code(clerk)).address().getPath())
                .isEqualTo("/citizen/now");
        return citizen;
    }

    private static String key(Browser.Page page) {
        Matcher key =
                Pattern.compile("name=\"form\" value=\"([0-9a-f]{32})\"").matcher(page.html());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    @Test
    void a_citizen_confirms_on_the_own_screen_and_the_notice_is_recorded_with_that() {
        Browser clerk = town.signedIn(CLERK);
        Browser citizen = paired(clerk);
        assertThat(citizen.get("/citizen/now").html())
                .contains("係員が準備しています", "http-equiv=\"refresh\"")
                .doesNotContain("画面　一郎");
        String form = form(clerk);
        Browser.Page preview = preview(clerk, form, NEW_NAME);
        Browser.Page seen = citizen.get("/citizen/now");
        assertThat(seen.html())
                .contains("画面　一郎", NEW_NAME, "内容を確認しました", "署名用電子証明書が失効します")
                .doesNotContain("マイナンバー");

        Browser.Page early =
                clerk.post(form, Browser.fields(preview, "confirmed", "SCREEN", "step", "record"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.html()).contains("市民側の画面でまだ確認されていません");
        assertThat(key(early)).isEqualTo(key(preview));

        assertThat(citizen.post("/citizen/now", "form", key(seen)).html())
                .contains("確認ありがとうございました");
        Browser.Page known = clerk.post(form, Browser.fields(early, "step", "preview"));
        assertThat(known.html()).contains("市民側の画面で確認されました");
        Browser.Page receipt = clerk.post(form, Browser.fields(known, "step", "record"));
        assertThat(receipt.html()).contains("市民側の画面で確認", NEW_NAME);
        assertThat(citizen.get("/citizen/now").html())
                .contains("係員が準備しています")
                .doesNotContain(NEW_NAME);
    }

    @Test
    void what_was_confirmed_is_not_what_was_changed_afterwards() {
        Browser clerk = town.signedIn(CLERK);
        Browser citizen = paired(clerk);
        String form = form(clerk);
        Browser.Page first = preview(clerk, form, "画面　甲子");
        Browser.Page other = preview(clerk, form, "画面　乙子");
        assertThat(citizen.post("/citizen/now", "form", key(first)).html())
                .contains("内容が変わりました", "画面　乙子");
        citizen.post("/citizen/now", "form", key(other));
        Browser.Page changed =
                clerk.post(
                        form,
                        Browser.fields(
                                other, "name", "画面　丙子", "confirmed", "SCREEN", "step", "record"));
        assertThat(changed.status()).isEqualTo(422);
    }

    @Test
    void a_notice_is_not_recorded_before_somebody_says_how_it_was_confirmed() {
        Browser clerk = town.signedIn(CLERK);
        String form = form(clerk);
        Browser.Page preview = preview(clerk, form, "画面　丁子");
        assertThat(preview.html()).doesNotContain("value=\"SCREEN\"");
        Browser.Page asked = clerk.post(form, Browser.fields(preview, "step", "record"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.html()).contains("href=\"#confirmed\"", "選んでください");
        Browser.Page receipt =
                clerk.post(
                        form, Browser.fields(asked, "confirmed", "PAPER_AGENT", "step", "record"));
        assertThat(receipt.html()).contains("書面で確認（代理人の届出）");
    }

    @Test
    void a_lock_and_a_goodbye_empty_the_citizens_screen() {
        Browser clerk = town.signedIn(CLERK);
        Browser citizen = paired(clerk);
        preview(clerk, form(clerk), "画面　戊子");
        assertThat(citizen.get("/citizen/now").html()).contains("画面　戊子");
        clerk.post("/lock");
        assertThat(citizen.get("/citizen/now").html()).doesNotContain("画面　戊子");
        clerk.post("/sign-in", "officer", CLERK);
        clerk.post("/logout");
        assertThat(citizen.get("/citizen/now").address().getPath()).isEqualTo("/citizen");
    }

    @Test
    void a_code_is_good_once_and_for_two_minutes() {
        Browser clerk = town.signedIn(CLERK);
        String code = code(clerk);
        assertThat(new Browser(town.server).post("/citizen", "code", " " + code).status())
                .isEqualTo(200);
        Browser.Page again = new Browser(town.server).post("/citizen", "code", code);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("つなぐ番号が違うか、時間が過ぎています");
        String late = code(clerk);
        town.time.passes(Duration.ofSeconds(121));
        assertThat(new Browser(town.server).post("/citizen", "code", late).status()).isEqualTo(422);
    }

    @Test
    void whoever_guesses_is_stopped() {
        TestTime time = new TestTime();
        PairingCodes codes = new PairingCodes(time, new java.util.Random(7));
        String right = codes.draw(new SecondScreen());
        for (int n = 0; n < 20; n++) assertThat(codes.take("guess")).isEmpty();
        assertThat(codes.take(right)).isEmpty();
        time.passes(Duration.ofMinutes(1));
        assertThat(codes.take(right)).isPresent();
    }
}

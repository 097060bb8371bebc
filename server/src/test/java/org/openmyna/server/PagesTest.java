package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final String HOME = "sandbox.localhost";

    private final PageClient browser = new PageClient(TestCountry.shared());

    @Test
    void the_machine_leads_to_the_home_of_the_country() {
        PageClient.Answer answer = browser.get("localhost", "/");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location").orElse("")).startsWith("http://sandbox.localhost:");
        assertThat(browser.get(HOME, "/").heading()).isEqualTo("ノートPCの中の国");
    }

    @Test
    void a_screen_is_found_under_its_own_origin_only() {
        assertThat(browser.get("localhost", "/help").status()).isEqualTo(404);
        assertThat(browser.get("counter.localhost", "/parts").status()).isEqualTo(404);
        assertThat(browser.get(HOME, "/parts").status()).isEqualTo(200);
    }

    @Test
    void a_page_speaks_as_the_browser_prefers_until_somebody_chooses() {
        assertThat(browser.get(HOME, "/", "Accept-Language: en-GB,ja;q=0.4").body())
                .contains("<html lang=\"en\"", "A country on a laptop");
        PageClient.Answer chosen =
                browser.get(HOME, "/help?from=here&view=easy", "Accept-Language: en");
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.header("location")).hasValue("/help?from=here");
        String cookie = chosen.header("set-cookie").orElse("");
        assertThat(cookie).startsWith("view=easy.on.100.auto").contains("HttpOnly");
        assertThat(
                        browser.get(
                                        HOME,
                                        "/help",
                                        "Accept-Language: en",
                                        "Cookie: " + first(cookie))
                                .body())
                .contains("<html lang=\"ja\" data-language=\"easy\"", "<ruby>使<rp");
    }

    private static String first(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "easy.easy.en", "<script>", "200.dark.contrast.off", "ja..", "😀"})
    void any_choice_is_a_page(String view) {
        PageClient.Answer answer = browser.get(HOME, "/", "Cookie: view=" + view);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>\"");
    }

    @Test
    void a_page_is_kept_by_nobody_and_loads_nothing_from_elsewhere() {
        PageClient.Answer answer = browser.get(HOME, "/");
        assertThat(answer.header("cache-control")).hasValue("no-store");
        assertThat(answer.header("content-security-policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("referrer-policy")).hasValue("same-origin");
        assertThat(answer.body()).contains("試験用").doesNotContain(" style=", "onclick", "<style");
        assertThat(answer.headers()).noneMatch(each -> each.startsWith("set-cookie"));
    }

    @Test
    void files_of_the_layout_never_change_under_their_address() {
        String body = browser.get(HOME, "/").body();
        int from = body.indexOf("/assets/");
        String css = body.substring(body.indexOf("/assets/", from + 1));
        String path = css.substring(0, css.indexOf('"'));
        PageClient.Answer answer = browser.get(HOME, path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control").orElse("")).contains("immutable");
        assertThat(answer.body()).contains("url(\"/assets/");
        assertThat(browser.get(HOME, "/assets/0000000000000000/openmyna.css").status())
                .isEqualTo(404);
    }

    @Test
    void people_are_told_what_went_wrong_on_a_page_with_the_code() {
        PageClient.Answer nothing = browser.get(HOME, "/nothing");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.heading()).isEqualTo("ページが見つかりません");
        assertThat(nothing.body()).contains("MYNA-SRV-005", "<link rel=\"stylesheet\"");
        PageClient.Answer method = browser.post(HOME, "/", Map.of());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("allow")).hasValue("GET");
        PageClient.Answer host = browser.get("bank.example", "/");
        assertThat(host.status()).isEqualTo(421);
        assertThat(host.heading()).isEqualTo("この名前の窓口はありません");
        assertThat(browser.get(HOME, "//x").body()).contains("MYNA-SRV-020", "<h1>");
        assertThat(browser.get(HOME, "/nothing?<script>alert(1)</script>").body())
                .doesNotContain("<script>alert");
        assertThat(browser.get(HOME, "/%3Cu%3E").body()).doesNotContain("<u>");
    }

    @Test
    void what_went_wrong_is_told_by_the_service_that_was_asked() {
        assertThat(browser.get("platform.localhost", "/nothing").body())
                .contains("<title>ページが見つかりません – カードログイン – OpenMyna（試験用）</title>")
                .doesNotContain("模擬の国");
        assertThat(browser.get("counter.localhost", "/nothing").body())
                .contains("<title>ページが見つかりません – 市区町村 窓口 – OpenMyna（試験用）</title>");
        assertThat(browser.get("authority.localhost", "/nothing").body()).contains("模擬の国");
    }

    @Test
    void a_login_that_is_over_is_no_page_that_was_not_found() {
        PageClient.Answer over =
                browser.get("platform.localhost", "/login/xyz/back", "Accept-Language: en");
        assertThat(over.status()).isEqualTo(404);
        assertThat(over.body())
                .contains("<title>This login is over – Card login – OpenMyna")
                .contains("Code: <span class=\"om-code\">MYNA-PLT-006</span>")
                .contains("Close this page");
        assertThat(browser.get("platform.localhost", "/login/xyz/back").heading())
                .isEqualTo("このログインは終わっています");
    }

    @Test
    void a_form_keeps_what_was_typed_and_says_what_to_mend() {
        PageClient.Answer answer =
                browser.post(HOME, "/parts", Map.of("name", "試験 \"<b>", "day", "２０２６－０２－３０"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>エラー：画面の部品 – 模擬の国 – OpenMyna（試験用）</title>")
                .contains("入力内容を確認してください（2件）")
                .contains("href=\"#day\"", "href=\"#way-counter\"")
                .contains("value=\"試験 &#34;&lt;b>\"", "value=\"２０２６－０２－３０\"")
                .contains("aria-invalid=\"true\"", "aria-describedby=\"day-hint day-error\"")
                .doesNotContain("<li><a href=\"#name\"");
    }

    @Test
    void full_width_input_is_as_good_and_a_form_that_was_taken_leads_on() {
        PageClient.Answer answer =
                browser.post(
                        HOME, "/parts", Map.of("name", "試験", "day", "昭和６０年３月７日", "way", "post"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.header("location")).hasValue("/parts?sent=1");
        assertThat(browser.get(HOME, "/parts?sent=1").body()).contains("role=\"status\"");
    }

    @Test
    void changing_the_language_in_a_form_keeps_what_was_typed_and_checks_nothing() {
        PageClient.Answer answer =
                browser.post(HOME, "/parts?view=en", Map.of("name", "試験 花子", "day", "?"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<html lang=\"en\"", "value=\"試験 花子\"", "value=\"?\"")
                .doesNotContain("om-mistakes");
        assertThat(answer.header("set-cookie").orElse("")).startsWith("view=en.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: none",
                "Origin: http://counter.localhost:1",
                "Origin: null",
                "Origin: https://bank.example"
            })
    void a_form_of_another_site_is_refused(String from) {
        PageClient.Answer answer = browser.post(HOME, "/parts", Map.of("name", "x"), from);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("MYNA-SRV-041");
    }

    @Test
    void a_form_of_the_same_origin_is_taken() {
        assertThat(browser.post(HOME, "/parts", Map.of(), "Sec-Fetch-Site: same-origin").status())
                .isEqualTo(422);
        String own = "Origin: http://sandbox.localhost:" + port();
        assertThat(browser.post(HOME, "/parts", Map.of(), own).status()).isEqualTo(422);
    }

    private static int port() {
        return TestCountry.shared().server.address().getPort();
    }

    @Test
    void only_organisations_that_exist_lead_somewhere() {
        String home = browser.get(HOME, "/").body();
        assertThat(home).contains("http://authority.localhost:", "準備中です");
        assertThat(home).doesNotContain("http://portal.localhost");
    }

    @Test
    void a_link_to_another_organisation_carries_how_pages_look() {
        assertThat(browser.get(HOME, "/", "Cookie: view=en.off.150.dark").body())
                .contains("/cps?view=en.off.150.dark");
    }
}

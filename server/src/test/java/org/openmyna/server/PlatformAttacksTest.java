package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.RelyingParty.HOST;
import static org.openmyna.server.RelyingParty.assertRefused;
import static org.openmyna.server.RelyingParty.code;
import static org.openmyna.server.RelyingParty.parameters;
import static org.openmyna.server.RelyingParty.returnCode;
import static org.openmyna.server.RelyingParty.signed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.server.PageClient.Answer;
import org.openmyna.server.RelyingParty.Login;
import org.openmyna.trust.profile.JpkiCertificate;

/** What other browsers and other people's pages may try at the platform, over HTTP. */
class PlatformAttacksTest {
    private static final TestCountry COUNTRY = TestCountry.shared();
    private static final String CALLBACK = "https://bank.example.jp/callback";

    private final RelyingParty bank = RelyingParty.entered(COUNTRY, "試験銀行", CALLBACK);

    // --- session swap, login CSRF

    @Test
    void a_login_that_another_began_cannot_be_gone_on_with() {
        Login attackers = bank.begin("openid");
        // the victim's browser has a login of its own, and follows the attacker's link
        String victim = bank.begin("openid").cookieHeader();
        for (String each : List.of("", "/back", "/elsewhere")) {
            assertRefused(
                    bank.browser.get(HOST, attackers.path() + each, victim), 403, "MYNA-PLT-007");
            assertRefused(bank.browser.get(HOST, attackers.path() + each), 403, "MYNA-PLT-007");
        }
        for (String each : List.of("/way", "/cancel")) {
            assertRefused(
                    bank.browser.post(HOST, attackers.path() + each, Map.of("way", "here"), victim),
                    403,
                    "MYNA-PLT-007");
        }
    }

    @Test
    void a_card_that_answers_another_browsers_request_logs_nobody_in() {
        Login attackers = bank.begin("openid");
        // the request is sent to the victim, whose card answers it
        String returnCode =
                returnCode(bank.answer(attackers, signed(bank.ask(attackers), COUNTRY.issued())));
        // the victim's browser carries the code back, but did not begin
        assertRefused(
                bank.browser.get(HOST, attackers.path() + "/back?return_code=" + returnCode),
                403,
                "MYNA-PLT-007");
        // the attacker's browser began, but the code went to another
        assertRefused(
                bank.browser.get(HOST, attackers.path() + "/back", attackers.cookieHeader()),
                403,
                "MYNA-PLT-007");
        // nor does it help to say afterwards that the card was on another device
        bank.browser.post(
                HOST, attackers.path() + "/way", Map.of("way", "other"), attackers.cookieHeader());
        assertRefused(
                bank.browser.get(HOST, attackers.path() + "/back", attackers.cookieHeader()),
                403,
                "MYNA-PLT-007");
    }

    @Test
    void a_return_code_of_another_login_is_none() {
        JpkiCertificate certificate = COUNTRY.issued();
        Login attackers = bank.begin("openid");
        String planted =
                returnCode(bank.answer(attackers, signed(bank.ask(attackers), certificate)));
        Login victims = bank.begin("openid");
        returnCode(bank.answer(victims, signed(bank.ask(victims), COUNTRY.issued())));
        assertRefused(bank.back(victims, planted), 403, "MYNA-PLT-007");
    }

    /** Whose request it was is whose answer it is: nothing of it comes from the way back. */
    @Test
    void state_and_address_are_those_of_the_request_whatever_the_way_back_says() {
        Login login = bank.begin("openid");
        String returnCode =
                returnCode(bank.answer(login, signed(bank.ask(login), COUNTRY.issued())));
        Answer back =
                bank.back(
                        login,
                        returnCode
                                + "&state=attackers&redirect_uri=https%3A%2F%2Fevil.example%2F"
                                + "&code_challenge=x&client_id=another&scope=openid+name");
        assertThat(back.header("location").orElseThrow()).startsWith(CALLBACK + "?");
        assertThat(parameters(back)).containsEntry("state", "a state");
        assertThat(bank.token(code(back)).status()).isEqualTo(200);
    }

    @Test
    void the_number_of_another_device_is_tried_three_times_and_then_it_is_over() {
        Login login = bank.begin("openid");
        bank.browser.post(
                HOST, login.path() + "/way", Map.of("way", "other"), login.cookieHeader());
        String number = bank.number(login);
        String ask =
                RelyingParty.found(
                        bank.browser.get(HOST, login.path() + "/other").body(),
                        "ask\\?request=([^\"]+)\"");
        Map<String, Object> answer = signed(ask, COUNTRY.issued());
        assertRefused(bank.answer(login, answer), 422, "MYNA-PLT-009");
        for (int wrong = 1; wrong < 3; wrong++) {
            answer.put("code", "wrong" + wrong);
            assertRefused(bank.answer(login, answer), 422, "MYNA-PLT-009");
        }
        answer.put("code", number);
        assertThat(bank.answer(login, answer).status()).isNotEqualTo(200);
        assertThat(bank.browser.get(HOST, login.path() + "/back", login.cookieHeader()).body())
                .contains("MYNA-PLT-009");
    }

    /**
     * As it is in the moment when a hundred numbers come at once, and the last of them is right.
     */
    @Test
    void a_fourth_number_is_not_even_looked_at() {
        Login login = bank.begin("openid");
        bank.browser.post(
                HOST, login.path() + "/way", Map.of("way", "other"), login.cookieHeader());
        String ask =
                RelyingParty.found(
                        bank.browser.get(HOST, login.path() + "/other").body(),
                        "ask\\?request=([^\"]+)\"");
        Map<String, Object> answer = signed(ask, COUNTRY.issued());
        answer.put("code", bank.number(login));
        COUNTRY.change(
                "UPDATE platform.card_login SET code_tries = 3 WHERE id = ?",
                login.path().substring("/login/".length()));
        assertRefused(bank.answer(login, answer), 422, "MYNA-PLT-009");
    }

    @Test
    void of_many_who_come_back_at_once_one_gets_a_code() throws Exception {
        Login login = bank.begin("openid");
        String returnCode =
                returnCode(bank.answer(login, signed(bank.ask(login), COUNTRY.issued())));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> once = () -> bank.back(login, returnCode);
            long codes = 0;
            for (Future<Answer> each :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> once).toList())) {
                if (each.get().status() == 302) codes++;
                else assertRefused(each.get(), 404, "MYNA-PLT-006");
            }
            assertThat(codes).isEqualTo(1);
        }
    }

    /** What the card agent was never asked for, it did not answer. */
    @Test
    void an_answer_without_consent_or_with_a_request_of_its_own_is_refused() {
        Login consented = bank.begin("openid");
        String ask = bank.ask(consented);
        Login other = bank.begin("openid");
        assertRefused(bank.answer(other, signed(ask, COUNTRY.issued())), 422, "MYNA-PLT-008");
        String unsigned = ask.substring(0, ask.lastIndexOf('.') + 1);
        for (String each : List.of(unsigned, unsigned + "AAAA", "", "x.y.z")) {
            Map<String, Object> answer = signed(ask, COUNTRY.issued());
            answer.put("request", each);
            assertRefused(bank.answer(consented, answer), 422, "MYNA-PLT-008");
        }
        assertThat(bank.answer(consented, signed(ask, COUNTRY.issued())).status()).isEqualTo(200);
    }

    // --- mix-up: RFC 9207

    @Test
    void every_answer_that_goes_through_a_browser_says_which_provider_it_is_from() {
        assertThat(parameters(bank.loggedIn("openid", COUNTRY.issued())))
                .containsKey("code")
                .containsEntry("iss", bank.issuer());
        Login cancelled = bank.begin("openid");
        assertThat(
                        parameters(
                                bank.browser.post(
                                        HOST,
                                        cancelled.path() + "/cancel",
                                        Map.of(),
                                        cancelled.cookieHeader())))
                .containsEntry("error", "access_denied")
                .containsEntry("iss", bank.issuer());
        for (Map.Entry<String, String> each :
                Map.of("scope", "openid everything", "prompt", "none").entrySet()) {
            Map<String, String> request = bank.request("openid");
            request.put(each.getKey(), each.getValue());
            assertThat(parameters(bank.authorize(request)))
                    .containsKey("error")
                    .containsEntry("state", "a state")
                    .containsEntry("iss", bank.issuer());
        }
    }

    // --- framing and forms of other pages

    @Test
    void no_page_is_shown_inside_another_or_kept() {
        Login login = bank.begin("openid");
        Login elsewhere = bank.begin("openid");
        bank.browser.post(
                HOST, elsewhere.path() + "/way", Map.of("way", "other"), elsewhere.cookieHeader());
        Login failed = bank.begin("openid");
        bank.answer(failed, signed(bank.ask(failed), COUNTRY.issued(), "another text"));
        Map<String, String> request = bank.request("openid");
        request.put("redirect_uri", "https://evil.example/");
        for (Answer page :
                List.of(
                        bank.browser.get(HOST, login.path(), login.cookieHeader()),
                        bank.browser.get(
                                HOST, elsewhere.path() + "/elsewhere", elsewhere.cookieHeader()),
                        bank.browser.get(HOST, elsewhere.path() + "/other"),
                        bank.browser.get(HOST, failed.path() + "/back", failed.cookieHeader()),
                        bank.browser.get(HOST, login.path() + "/back"),
                        bank.authorize(request),
                        bank.browser.get(HOST, "/developer"),
                        bank.browser.get(HOST, "/developer/" + bank.id),
                        bank.browser.get(HOST, "/"))) {
            assertThat(page.body()).as(page.toString()).contains("<h1>");
            assertThat(page.header("content-security-policy").orElse(""))
                    .as(page.toString())
                    .contains("frame-ancestors 'none'", "default-src 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("cache-control")).hasValue("no-store");
            assertThat(page.body()).doesNotContain("<script>", "onclick=", "style=");
        }
    }

    /** The page where one agrees may lead to the agent, and nowhere else. */
    @Test
    void the_page_of_consent_leads_nowhere_else() {
        Login login = bank.begin("openid");
        String policy =
                bank.browser
                        .get(HOST, login.path(), login.cookieHeader())
                        .header("content-security-policy")
                        .orElseThrow();
        assertThat(policy.substring(policy.indexOf("form-action ")).split(" "))
                .hasSize(3)
                .contains("'self'")
                .anyMatch(each -> each.matches("http://127\\.0\\.0\\.1:[0-9]+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://bank.example.jp",
                "Origin: null"
            })
    void a_page_elsewhere_agrees_to_nothing_and_changes_nothing(String from) {
        Login login = bank.begin("openid");
        String cookie = login.cookieHeader();
        String path = login.path();
        String console = "/developer/" + bank.id;
        for (Answer each :
                List.of(
                        bank.browser.post(HOST, path + "/way", Map.of("way", "here"), cookie, from),
                        bank.browser.post(HOST, path + "/cancel", Map.of(), cookie, from),
                        bank.browser.post(HOST, path + "/answer", Map.of(), cookie, from),
                        bank.browser.post(HOST, console + "/suspension", Map.of(), from),
                        bank.browser.post(HOST, console + "/lifting", Map.of(), from),
                        bank.browser.post(
                                HOST,
                                "/developer",
                                Map.of(
                                        "name",
                                        "試験",
                                        "redirect",
                                        CALLBACK,
                                        "logout",
                                        "",
                                        "jwks",
                                        ""),
                                from))) {
            assertRefused(each, 403, "MYNA-SRV-041");
        }
        assertThat(bank.browser.get(HOST, path, cookie).body()).contains(path + "/way");
        // nobody agreed: there is no request that an agent could answer
        assertThat(bank.loggedIn("openid", COUNTRY.issued()).status()).isEqualTo(302);
    }

    @Test
    void what_changes_something_is_no_link() {
        Login login = bank.begin("openid");
        for (String each :
                List.of(
                        login.path() + "/way?way=here",
                        login.path() + "/cancel",
                        login.path() + "/answer",
                        "/developer/" + bank.id + "/suspension",
                        "/developer/" + bank.id + "/lifting")) {
            assertThat(bank.browser.get(HOST, each, login.cookieHeader()).status())
                    .as(each)
                    .isIn(404, 405);
        }
        assertThat(bank.authorize(bank.request("openid")).status()).isEqualTo(302);
    }

    @Test
    void the_cookie_of_a_login_is_for_that_login_and_no_script() {
        String cookie = bank.authorize(bank.request("openid")).header("set-cookie").orElseThrow();
        assertThat(cookie)
                .matches("login-([A-Za-z0-9_-]{22,})=[A-Za-z0-9_-]{22,}; .*")
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/login/")
                .doesNotContain("Domain=");
        assertThat(cookie)
                .isNotEqualTo(bank.authorize(bank.request("openid")).header("set-cookie"));
    }

    /** In the real world the register is entered by the minister's officers. */
    @Test
    void outside_a_test_country_nobody_registers_or_suspends_by_a_page() {
        Set<ServerRole> roles = Set.of(ServerRole.AUTHORITY, ServerRole.OCSP, ServerRole.PLATFORM);
        try (TestCountry real = TestCountry.with(Part.ALL, usual -> usual.withRoles(roles))) {
            var browser = new PageClient(real);
            Map<String, String> wish =
                    Map.of("name", "試験", "redirect", CALLBACK, "logout", "", "jwks", "");
            assertThat(browser.get(HOST, "/developer").status()).isEqualTo(404);
            assertThat(browser.get(HOST, "/developer/any").status()).isEqualTo(404);
            assertThat(browser.post(HOST, "/developer", wish).status()).isEqualTo(404);
            for (String each : List.of("/suspension", "/lifting")) {
                assertThat(browser.post(HOST, "/developer/any" + each, Map.of()).status())
                        .isEqualTo(404);
            }
            assertThat(
                            browser.get(HOST, "/api/realms/main/.well-known/openid-configuration")
                                    .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_answer_has_an_end() {
        Login login = bank.begin("openid");
        String ask = bank.ask(login);
        Map<String, Object> answer = signed(ask, COUNTRY.issued());
        answer.put("reason", "x".repeat(128 * 1024));
        assertRefused(bank.answer(login, answer), 413, "MYNA-SRV-008");
        assertRefused(
                bank.browser.postChunked(
                        HOST,
                        login.path() + "/answer",
                        RelyingParty.JSON.writeValueAsString(answer)),
                413,
                "MYNA-SRV-008");
        // before anything is read of it
        assertRefused(
                bank.answer(new Login("/login/AAAAAAAAAAAAAAAAAAAAAA", ""), answer),
                404,
                "MYNA-PLT-006");
        assertThat(bank.answer(login, signed(ask, COUNTRY.issued())).status()).isEqualTo(200);
    }

    /** He sent his request to somebody's card, which is refused, and says it was elsewhere. */
    @Test
    void why_anothers_card_is_refused_is_not_told_by_a_change_of_the_way() {
        Login attackers = bank.begin("openid");
        String ask = bank.ask(attackers);
        bank.answer(attackers, signed(ask, COUNTRY.issued(), "another text"));
        bank.browser.post(
                HOST, attackers.path() + "/way", Map.of("way", "other"), attackers.cookieHeader());
        assertThat(
                        bank.browser
                                .get(HOST, attackers.path() + "/back", attackers.cookieHeader())
                                .body())
                .contains("MYNA-PLT-006")
                .doesNotContain("MYNA-VRF-");
    }

    @Test
    void a_login_is_not_guessed() {
        String path = "/login/" + UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        for (String each : List.of("", "/back", "/other")) {
            assertRefused(bank.browser.get(HOST, path + each), 404, "MYNA-PLT-006");
        }
    }
}

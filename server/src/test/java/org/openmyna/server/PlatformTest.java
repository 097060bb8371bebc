package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.RelyingParty.HOST;
import static org.openmyna.server.RelyingParty.PROTOCOL;
import static org.openmyna.server.RelyingParty.assertRefused;
import static org.openmyna.server.RelyingParty.json;
import static org.openmyna.server.RelyingParty.parameters;
import static org.openmyna.server.RelyingParty.returnCode;
import static org.openmyna.server.RelyingParty.signed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openmyna.server.PageClient.Answer;
import org.openmyna.server.RelyingParty.Login;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;
import tools.jackson.databind.JsonNode;

/** The login by card at the platform, over HTTP, with a software key where the card would be. */
class PlatformTest {
    private static final TestCountry COUNTRY = TestCountry.shared();
    private static final String CALLBACK = "https://bank.example.jp/callback";

    private static RelyingParty bank() {
        return RelyingParty.entered(COUNTRY, "試験銀行", CALLBACK);
    }

    private static String code(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        return String.valueOf(parameters(answer).get("code"));
    }

    @Test
    void discovery_says_what_the_provider_does() {
        JsonNode found =
                json(
                        new PageClient(COUNTRY)
                                .get(HOST, "/api/realms/main/.well-known/openid-configuration"));
        String issuer = bank().issuer();
        assertThat(found.get("issuer").asString()).isEqualTo(issuer);
        for (String each :
                List.of("auth", "token", "userinfo", "certs", "logout", "ext/par/request")) {
            assertThat(found.toString())
                    .contains("\"" + issuer + "/protocol/openid-connect/" + each + "\"");
        }
        assertThat(found.get("subject_types_supported").toString()).isEqualTo("[\"pairwise\"]");
        assertThat(found.get("id_token_signing_alg_values_supported").toString())
                .isEqualTo("[\"ES256\"]");
        assertThat(found.get("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
        assertThat(found.get("authorization_response_iss_parameter_supported").asBoolean())
                .isTrue();
    }

    @Test
    void a_card_logs_in_and_the_tokens_say_who_without_a_name() throws Exception {
        RelyingParty bank = bank();
        Answer back = bank.loggedIn("openid", COUNTRY.issued());

        assertThat(back.header("location").orElseThrow()).startsWith(CALLBACK + "?");
        assertThat(parameters(back))
                .containsEntry("state", "a state")
                .containsEntry("iss", bank.issuer());
        JsonNode tokens = json(bank.token(code(back)));
        SignedJWT idToken = SignedJWT.parse(tokens.get("id_token").asString());
        assertThat(idToken.verify(new ECDSAVerifier(publishedKey(idToken)))).isTrue();
        Map<String, Object> claims = idToken.getJWTClaimsSet().toJSONObject();
        assertThat(claims)
                .containsEntry("iss", bank.issuer())
                .containsEntry("nonce", "a-nonce")
                .containsEntry("acr", "aal3")
                .containsKey("auth_time")
                .doesNotContainKey("name");
        JsonNode userInfo = json(bank.userInfo(tokens.get("access_token").asString()));
        assertThat(RelyingParty.names(userInfo)).containsExactly("sub");
        assertThat(userInfo.get("sub").asString()).isEqualTo(claims.get("sub"));
    }

    private static ECKey publishedKey(SignedJWT jwt) throws ParseException {
        String keys = new PageClient(COUNTRY).get(HOST, PROTOCOL + "/certs").body();
        assertThat(keys).doesNotContain("\"d\"");
        return JWKSet.parse(keys).getKeyByKeyId(jwt.getHeader().getKeyID()).toECKey();
    }

    @Test
    void a_subject_differs_between_clients_and_survives_a_renewal() {
        RelyingParty bank = bank();
        RelyingParty shop = RelyingParty.entered(COUNTRY, "試験商店", "https://shop.example.jp/cb");
        String holder = "renewing-" + UUID.randomUUID();

        JpkiCertificate first = COUNTRY.issuedTo(holder);
        String atBank = bank.subject(first);
        assertThat(bank.subject(first)).isEqualTo(atBank);
        assertThat(shop.subject(first)).isNotEqualTo(atBank);
        JpkiCertificate second = COUNTRY.issuedTo(holder);
        assertThat(second.serial()).isNotEqualTo(first.serial());
        assertThat(bank.subject(second)).isEqualTo(atBank);
        assertThat(bank.subject(COUNTRY.issued())).isNotEqualTo(atBank);
    }

    @Test
    void of_a_hundred_answers_at_once_one_wins() throws Exception {
        RelyingParty bank = bank();
        Login login = bank.begin("openid");
        Map<String, Object> answer = signed(bank.ask(login), COUNTRY.issued());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> once = () -> bank.answer(login, answer);
            List<Future<Answer>> all =
                    threads.invokeAll(IntStream.range(0, 100).mapToObj(_ -> once).toList());
            long won = 0;
            for (Future<Answer> each : all) {
                if (each.get().status() == 200) won++;
                else assertThat(each.get().body()).contains("MYNA-");
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void an_answer_is_worth_nothing_a_second_time_or_at_another_login() {
        RelyingParty bank = bank();
        JpkiCertificate certificate = COUNTRY.issued();
        Login first = bank.begin("openid");
        Map<String, Object> answer = signed(bank.ask(first), certificate);
        String returnCode = returnCode(bank.answer(first, answer));
        assertRefused(bank.answer(first, answer), 422, "MYNA-VRF-");

        Login second = bank.begin("openid");
        String otherAsk = bank.ask(second);
        assertRefused(bank.answer(second, answer), 422, "MYNA-PLT-008");
        Map<String, Object> mixed = new HashMap<>(answer);
        mixed.put("request", otherAsk);
        assertRefused(bank.answer(second, mixed), 422, "MYNA-VRF-");
        // the login that was answered rightly goes on all the same
        assertThat(code(bank.back(first, returnCode))).isNotEqualTo("null");
    }

    @Test
    void a_challenge_of_another_origin_or_client_is_refused() {
        RelyingParty bank = bank();
        for (String part : List.of("platform: http://evil.localhost:1", "client: another")) {
            Login login = bank.begin("openid");
            String ask = bank.ask(login);
            String challenge = String.valueOf(RelyingParty.claims(ask).get("challenge"));
            String name = part.substring(0, part.indexOf(' '));
            String foreign = challenge.replaceAll("(?m)^" + name + " .*$", part);
            assertThat(foreign).isNotEqualTo(challenge);
            assertRefused(
                    bank.answer(login, signed(ask, COUNTRY.issued(), foreign)), 422, "MYNA-VRF-");
        }
    }

    @Test
    void only_the_browser_that_began_finishes() {
        RelyingParty bank = bank();
        Login victim = bank.begin("openid");
        String returnCode =
                returnCode(bank.answer(victim, signed(bank.ask(victim), COUNTRY.issued())));
        Login other = bank.begin("openid");

        Answer stolen =
                bank.browser.get(
                        HOST,
                        victim.path() + "/back?return_code=" + returnCode,
                        other.cookieHeader());
        assertRefused(stolen, 403, "MYNA-PLT-007");
        // and whoever holds the cookie alone has not been led back by the agent
        assertRefused(bank.back(victim, "AAAAAAAAAAAAAAAAAAAAAA"), 403, "MYNA-PLT-007");
        Answer good = bank.back(victim, returnCode);
        assertThat(code(good)).isNotEqualTo("null");
        assertRefused(bank.back(victim, returnCode), 404, "MYNA-PLT-006");
    }

    @Test
    void only_the_browser_that_began_agrees() {
        RelyingParty bank = bank();
        Login victim = bank.begin("openid");
        String guessed = victim.cookieHeader().replaceAll("=.*", "=AAAAAAAAAAAAAAAAAAAAAA");
        for (String cookie : List.of(guessed, bank.begin("openid").cookieHeader())) {
            Answer refused =
                    bank.browser.post(HOST, victim.path() + "/way", Map.of("way", "here"), cookie);
            assertRefused(refused, 403, "MYNA-PLT-007");
        }
        String returnCode =
                returnCode(bank.answer(victim, signed(bank.ask(victim), COUNTRY.issued())));
        assertThat(code(bank.back(victim, returnCode))).isNotEqualTo("null");
    }

    @Test
    void a_revoked_certificate_is_explained_on_three_levels() {
        RelyingParty bank = bank();
        JpkiCertificate certificate = COUNTRY.issued();
        var unused =
                COUNTRY.authority().revoke(certificate.serial(), RevocationReason.KEY_COMPROMISE);
        var now = COUNTRY.authority().statusOf(certificate.serial());
        Login login = bank.begin("openid");

        Answer refused = bank.answer(login, signed(bank.ask(login), certificate));
        assertRefused(refused, 422, "MYNA-VRF-");
        // the browser that began may be somebody else's than the card's
        Answer untold = bank.browser.get(HOST, login.path() + "/back", login.cookieHeader());
        assertThat(untold.heading()).isEqualTo("ログインできませんでした");
        assertThat(untold.body())
                .contains("MYNA-PLT-006", "サービスに戻る")
                .doesNotContain("MYNA-VRF-", "NOT_REVOKED", "失効");
        assertThat(bank.back(login, "AAAAAAAAAAAAAAAAAAAAAA").body()).doesNotContain("MYNA-VRF-");
        Answer page = bank.back(login, returnCode(refused));
        assertThat(page.heading()).isEqualTo("ログインできませんでした");
        assertThat(page.body())
                .contains("MYNA-VRF-", "NOT_REVOKED", "<summary>", "サービスに戻る")
                .doesNotContain("sha256", "serial");
        Answer home =
                bank.browser.post(HOST, login.path() + "/cancel", Map.of(), login.cookieHeader());
        assertThat(parameters(home))
                .containsEntry("error", "access_denied")
                .containsEntry("iss", bank.issuer());
    }

    @Test
    void a_cancelled_login_goes_back_empty() {
        RelyingParty bank = bank();
        Login login = bank.begin("openid");
        Answer told =
                bank.answer(login, Map.of("request", bank.ask(login), "outcome", "cancelled"));
        assertThat(parameters(bank.back(login, returnCode(told))))
                .containsEntry("error", "access_denied");
    }

    /** What only an engineer can do is said to the engineer. */
    @Test
    void a_citizen_is_not_told_to_pass_on_bytes() {
        RelyingParty bank = bank();
        Login login = bank.begin("openid");
        Map<String, Object> answer = signed(bank.ask(login), COUNTRY.issued());
        answer.put("certificate", "AAAA");
        Answer refused = bank.answer(login, answer);
        assertRefused(refused, 422, "MYNA-VRF-101");
        String page = bank.back(login, returnCode(refused)).body();
        int engineer = page.indexOf("技術者へ");
        assertThat(page.indexOf("バイト列をそのまま")).isGreaterThan(engineer);
        assertThat(page).contains("サービスの画面からもう一度お試しください", "STRICT_DER", "成り立たない");
    }

    @Test
    void another_device_needs_the_number_of_the_first_screen() {
        RelyingParty bank = bank();
        Login login = bank.begin("openid");
        bank.browser.post(
                HOST, login.path() + "/way", Map.of("way", "other"), login.cookieHeader());
        Answer screen = bank.browser.get(HOST, login.path() + "/elsewhere", login.cookieHeader());
        assertThat(screen.body()).contains("<svg role=\"img\"");
        String number = RelyingParty.found(screen.body(), "<strong>([0-9]{6})</strong>");
        String ask =
                RelyingParty.found(
                        bank.browser.get(HOST, login.path() + "/other").body(),
                        "ask\\?request=([^\"]+)\"");
        // whoever has only the address of the other device does not have the number
        assertThat(RelyingParty.claims(ask))
                .containsEntry("cross_device", true)
                .doesNotContainKey("code")
                .doesNotContainValue(number);
        assertThat(bank.browser.get(HOST, login.path() + "/other").body()).doesNotContain(number);
        Map<String, Object> answer = signed(ask, COUNTRY.issued());

        answer.put("code", number.equals("000000") ? "000001" : "000000");
        assertRefused(bank.answer(login, answer), 422, "MYNA-PLT-009");
        answer.put("code", number);
        assertThat(bank.answer(login, answer).status()).isEqualTo(200);
        Answer back = bank.browser.get(HOST, login.path() + "/back", login.cookieHeader());
        assertThat(code(back)).isNotEqualTo("null");
    }

    @Test
    void a_code_that_is_used_twice_ends_its_tokens() {
        RelyingParty bank = bank();
        String code = code(bank.loggedIn("openid", COUNTRY.issued()));
        String token = json(bank.token(code)).get("access_token").asString();
        assertThat(bank.userInfo(token).status()).isEqualTo(200);

        assertRefused(bank.token(code), 400, "invalid_grant");
        assertThat(bank.userInfo(token).status()).isEqualTo(401);
    }

    @Test
    void a_refresh_token_that_was_exchanged_ends_everything_when_it_comes_again() {
        RelyingParty bank = bank();
        JsonNode first = json(bank.token(code(bank.loggedIn("openid", COUNTRY.issued()))));
        JsonNode second = json(bank.refresh(first.get("refresh_token").asString()));
        String token = second.get("access_token").asString();
        assertThat(bank.userInfo(token).status()).isEqualTo(200);

        assertRefused(bank.refresh(first.get("refresh_token").asString()), 400, "invalid_grant");
        assertThat(bank.userInfo(token).status()).isEqualTo(401);
        assertRefused(bank.refresh(second.get("refresh_token").asString()), 400, "invalid_grant");
    }

    @Test
    void pkce_cannot_be_left_out_or_weakened() {
        RelyingParty bank = bank();
        Map<String, String> without = bank.request("openid");
        without.remove("code_challenge");
        without.remove("code_challenge_method");
        assertThat(parameters(bank.authorize(without))).containsEntry("error", "invalid_request");
        Map<String, String> plain = bank.request("openid");
        plain.put("code_challenge_method", "plain");
        assertThat(parameters(bank.authorize(plain))).containsEntry("error", "invalid_request");
        String code = code(bank.loggedIn("openid", COUNTRY.issued()));
        assertRefused(
                bank.token(
                        code, "another-verifier-of-43-characters-and-more-0123", bank.assertion()),
                400,
                "invalid_grant");
    }

    /** As Keycloak publishes its own, with certificates. */
    @Test
    void a_long_set_of_keys_is_taken_whole() throws JOSEException {
        String keys =
                new JWKSet(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()).toString();
        String padded = keys.replace("}]", ",\"note\":\"" + "x".repeat(5_000) + "\"}]");
        Answer entered =
                new PageClient(COUNTRY)
                        .post(
                                RelyingParty.HOST,
                                "/developer",
                                Map.of(
                                        "name",
                                        "試験仲介",
                                        "redirect",
                                        "https://broker.example.jp/endpoint",
                                        "logout",
                                        "",
                                        "jwks",
                                        padded));
        assertThat(entered.body()).contains("client_id").doesNotContain("MYNA-PLT-016");
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_registered() {
        RelyingParty bank = bank();
        Map<String, String> elsewhere = bank.request("openid");
        elsewhere.put("redirect_uri", CALLBACK + "/../evil");
        Answer answer = bank.authorize(elsewhere);
        assertRefused(answer, 400, "MYNA-PLT-005");
        assertThat(answer.header("location")).isEmpty();
    }

    @Test
    void state_and_nonce_have_at_most_255_characters() {
        RelyingParty bank = bank();
        for (String each : List.of("state", "nonce")) {
            Map<String, String> long256 = bank.request("openid");
            long256.put(each, "x".repeat(256));
            assertThat(parameters(bank.authorize(long256)))
                    .containsEntry("error", "invalid_request");
            long256.put(each, "x".repeat(255));
            assertThat(bank.authorize(long256).header("location").orElseThrow())
                    .contains("/login/");
        }
    }

    @Test
    void an_assertion_of_a_weak_kind_or_with_a_key_of_its_own_is_refused() throws JOSEException {
        RelyingParty bank = bank();
        ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID(bank.key.getKeyID()).generate();
        var injecting =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(bank.key.getKeyID())
                        .jwk(foreign.toPublicJWK())
                        .build();
        var symmetric =
                new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), bank.assertionClaims().build());
        symmetric.sign(
                new MACSigner(
                        bank.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        for (String each :
                List.of(
                        new PlainJWT(bank.assertionClaims().build()).serialize(),
                        symmetric.serialize(),
                        bank.assertion(injecting, foreign))) {
            String code = code(bank.loggedIn("openid", COUNTRY.issued()));
            assertRefused(bank.token(code, RelyingParty.VERIFIER, each), 401, "invalid_client");
        }
    }

    @Test
    void an_assertion_is_used_once() {
        RelyingParty bank = bank();
        String assertion = bank.assertion();
        String first = code(bank.loggedIn("openid", COUNTRY.issued()));
        assertThat(bank.token(first, RelyingParty.VERIFIER, assertion).status()).isEqualTo(200);
        String second = code(bank.loggedIn("openid", COUNTRY.issued()));
        assertRefused(bank.token(second, RelyingParty.VERIFIER, assertion), 401, "invalid_client");
    }

    @Test
    void what_was_pushed_is_asked_for_once() {
        RelyingParty bank = bank();
        Answer pushed = bank.push(bank.request("openid"));
        assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
        Map<String, String> asked =
                Map.of(
                        "client_id",
                        bank.id,
                        "request_uri",
                        json(pushed).get("request_uri").asString());

        Login login = RelyingParty.begun(bank.authorize(asked));
        Answer back =
                bank.back(
                        login,
                        returnCode(bank.answer(login, signed(bank.ask(login), COUNTRY.issued()))));
        assertThat(parameters(back)).containsEntry("state", "a state");
        assertThat(bank.token(code(back)).status()).isEqualTo(200);
        assertRefused(bank.authorize(asked), 400, "MYNA-PLT-004");
    }

    @Test
    void a_suspended_or_unknown_client_gets_no_login_and_its_tokens_end() {
        RelyingParty bank = bank();
        String token =
                json(bank.token(code(bank.loggedIn("openid", COUNTRY.issued()))))
                        .get("access_token")
                        .asString();
        Login waiting = bank.begin("openid");
        String ask = bank.ask(waiting);
        bank.browser.post(HOST, "/developer/" + bank.id + "/suspension", Map.of());

        assertRefused(bank.authorize(bank.request("openid")), 403, "MYNA-PLT-003");
        assertRefused(bank.answer(waiting, signed(ask, COUNTRY.issued())), 403, "MYNA-PLT-003");
        assertThat(bank.userInfo(token).status()).isEqualTo(401);
        assertRefused(bank.token("any"), 401, "invalid_client");
        bank.browser.post(HOST, "/developer/" + bank.id + "/lifting", Map.of());
        assertThat(bank.authorize(bank.request("openid")).header("location").orElseThrow())
                .contains("/login/");
        Map<String, String> unknown = bank.request("openid");
        unknown.put("client_id", "nobody");
        assertRefused(bank.authorize(unknown), 404, "MYNA-PLT-001");
    }

    @Test
    void prompt_none_finds_nobody_logged_in() {
        RelyingParty bank = bank();
        Map<String, String> request = bank.request("openid");
        request.put("prompt", "none");
        assertThat(parameters(bank.authorize(request)))
                .containsEntry("error", "login_required")
                .containsEntry("iss", bank.issuer());
    }

    @Test
    void a_logout_ends_what_the_login_gave_out() {
        RelyingParty bank = bank();
        JsonNode tokens = json(bank.token(code(bank.loggedIn("openid", COUNTRY.issued()))));
        Answer out =
                bank.browser.get(
                        HOST,
                        PROTOCOL + "/logout?id_token_hint=" + tokens.get("id_token").asString());
        assertThat(out.header("location").orElseThrow()).endsWith("/signed-out");
        assertThat(bank.userInfo(tokens.get("access_token").asString()).status()).isEqualTo(401);
    }

    @Test
    void items_that_were_agreed_to_must_come() {
        RelyingParty bank = bank();
        Login login = bank.begin("openid name");
        assertThat(bank.browser.get(HOST, login.path(), login.cookieHeader()).body())
                .contains("氏名")
                .doesNotContain("<dt>住所");
        assertRefused(
                bank.answer(login, signed(bank.ask(login), COUNTRY.issued())), 422, "MYNA-PLT-012");
    }

    /** What cannot be read is found before the card's signature is used up. */
    @Test
    void items_that_cannot_be_read_leave_the_challenge_unused() {
        RelyingParty bank = bank();
        Login login = bank.begin("openid name");
        Map<String, Object> answer = signed(bank.ask(login), COUNTRY.issued());
        answer.put("items", Map.of("file", "%", "integrity", "AA"));
        Answer refused = bank.answer(login, answer);
        assertRefused(refused, 422, "MYNA-PLT-008");
        assertThat(refused.body()).contains("items.file").doesNotContain("return_code");
        answer.remove("items");
        Answer ended = bank.answer(login, answer);
        assertRefused(ended, 422, "MYNA-PLT-012");
        assertThat(bank.back(login, returnCode(ended)).body()).contains("MYNA-PLT-012");
    }

    /** Between the redirect and the disk: the code that it carried is one that nobody knows. */
    @Test
    void a_browser_whose_code_a_crash_took_away_gets_another() {
        RelyingParty bank = bank();
        Login login = bank.begin("openid");
        String returnCode =
                returnCode(bank.answer(login, signed(bank.ask(login), COUNTRY.issued())));
        Answer first = bank.back(login, returnCode);
        assertThat(code(first)).isNotEqualTo("null");
        assertThat(first.header("set-cookie")).isEmpty();
        COUNTRY.change(
                "UPDATE platform.card_login SET state = 'ANSWERED' WHERE id = ?",
                login.path().substring("/login/".length()));
        assertThat(bank.token(code(bank.back(login, returnCode))).status()).isEqualTo(200);
    }

    @Test
    void endpoints_that_are_not_offered_do_not_exist() {
        assertThat(new PageClient(COUNTRY).get(HOST, "/api/realms/main/oauth2/introspect").status())
                .isEqualTo(404);
        assertThat(new PageClient(COUNTRY).get("counter.localhost", PROTOCOL + "/certs").status())
                .isEqualTo(404);
    }
}

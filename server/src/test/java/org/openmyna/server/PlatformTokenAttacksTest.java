package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.RelyingParty.HOST;
import static org.openmyna.server.RelyingParty.PROTOCOL;
import static org.openmyna.server.RelyingParty.VERIFIER;
import static org.openmyna.server.RelyingParty.assertRefused;
import static org.openmyna.server.RelyingParty.code;
import static org.openmyna.server.RelyingParty.json;
import static org.openmyna.server.RelyingParty.parameters;
import static org.openmyna.server.RelyingParty.returnCode;
import static org.openmyna.server.RelyingParty.signed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.server.PageClient.Answer;
import org.openmyna.server.RelyingParty.Login;
import tools.jackson.databind.JsonNode;

/** What another program than the right one may try at the provider's endpoints, over HTTP. */
class PlatformTokenAttacksTest {
    private static final TestCountry COUNTRY = TestCountry.shared();
    private static final String CALLBACK = "https://bank.example.jp/callback";

    private final RelyingParty bank = RelyingParty.entered(COUNTRY, "試験銀行", CALLBACK);
    private final RelyingParty shop =
            RelyingParty.entered(COUNTRY, "試験商店", "https://shop.example.jp/callback");

    private String codeForBank() {
        return code(bank.loggedIn("openid", COUNTRY.issued()));
    }

    private JsonNode tokensForBank() {
        return json(bank.token(codeForBank()));
    }

    private static String text(JsonNode tokens, String name) {
        return tokens.get(name).asString();
    }

    // --- who the program says it is: RFC 7523, RFC 8725

    private JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(bank.key.getKeyID());
    }

    private String assertion(JWSHeader header, JWSSigner signer) throws JOSEException {
        return assertion(header, signer, bank.assertionClaims().build());
    }

    private static String assertion(JWSHeader header, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        var jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** A code that nobody gave out: with a good assertion that is all that is wrong. */
    private Answer tokenWith(String assertion) {
        return bank.token("no-such-code", VERIFIER, assertion);
    }

    private void assertNotBank(String assertion) {
        assertRefused(tokenWith(assertion), 401, "invalid_client");
    }

    @Test
    void a_good_assertion_is_the_banks() {
        assertRefused(tokenWith(bank.assertion()), 400, "invalid_grant");
    }

    /** RFC 8725 2.1: none, and the public key as if it were a shared secret. */
    @Test
    void the_algorithm_is_not_the_assertions_to_choose() throws JOSEException {
        assertNotBank(new PlainJWT(bank.assertionClaims().build()).serialize());
        String open = bank.assertion();
        String none = Base64URL.encode("{\"alg\":\"none\"}").toString();
        assertNotBank(none + open.substring(open.indexOf('.')));
        assertNotBank(none + open.substring(open.indexOf('.'), open.lastIndexOf('.') + 1));
        for (byte[] secret :
                List.of(
                        bank.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                        bank.key.toECPublicKey().getEncoded(),
                        bank.key.getX().decode())) {
            assertNotBank(assertion(header(JWSAlgorithm.HS256).build(), new MACSigner(secret)));
        }
    }

    @Test
    void a_key_counts_for_its_own_algorithm_alone() throws JOSEException {
        RSAKey rsa = new RSAKeyGenerator(2048).keyID(bank.key.getKeyID()).generate();
        for (JWSAlgorithm each : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
            assertNotBank(assertion(header(each).build(), new RSASSASigner(rsa)));
        }
        ECKey p384 = new ECKeyGenerator(Curve.P_384).keyID(bank.key.getKeyID()).generate();
        assertNotBank(assertion(header(JWSAlgorithm.ES384).build(), new ECDSASigner(p384)));
        // the bank's own signature, under the name of another algorithm
        String own = bank.assertion();
        String swapped = header(JWSAlgorithm.RS256).build().toBase64URL().toString();
        assertNotBank(swapped + own.substring(own.indexOf('.')));
    }

    /** RFC 8725 3.10: keys and addresses in the header are not followed. */
    @Test
    void a_key_that_comes_along_is_not_looked_at() throws JOSEException {
        ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID(bank.key.getKeyID()).generate();
        URI elsewhere = URI.create("https://evil.example/keys");
        for (JWSHeader each :
                List.of(
                        header(JWSAlgorithm.ES256).build(),
                        header(JWSAlgorithm.ES256).jwk(foreign.toPublicJWK()).build(),
                        header(JWSAlgorithm.ES256).jwkURL(elsewhere).build(),
                        header(JWSAlgorithm.ES256).x509CertURL(elsewhere).build(),
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID("../../../dev/null")
                                .jwk(foreign.toPublicJWK())
                                .build(),
                        new JWSHeader.Builder(JWSAlgorithm.ES256).build())) {
            assertNotBank(assertion(each, new ECDSASigner(foreign)));
        }
    }

    @Test
    void what_is_signed_is_what_was_signed() {
        String own = bank.assertion();
        String signedPart = own.substring(0, own.lastIndexOf('.') + 1);
        // r = s = 0 fits everything where nobody looks
        assertNotBank(signedPart + Base64URL.encode(new byte[64]));
        assertNotBank(signedPart);
        assertNotBank(signedPart + bank.assertion().substring(signedPart.length()));
    }

    /** RFC 8725 3.11: nor does a critical header that nobody knows. */
    @Test
    void a_critical_header_that_nobody_knows_is_refused() throws JOSEException {
        JWSHeader critical =
                header(JWSAlgorithm.ES256)
                        .criticalParams(Set.of("openmyna-test"))
                        .customParam("openmyna-test", true)
                        .build();
        assertNotBank(assertion(critical, new ECDSASigner(bank.key)));
    }

    /** RFC 7523 3: who, to whom, until when. */
    @Test
    void an_assertion_is_for_this_provider_about_its_own_client_and_short() throws JOSEException {
        String issuer = bank.issuer();
        Instant now = Instant.now();
        List<UnaryOperator<JWTClaimsSet.Builder>> wrong =
                List.of(
                        claims -> claims.audience("https://other.example/token"),
                        claims -> claims.audience(issuer.replace("platform", "counter")),
                        claims -> claims.audience((String) null),
                        claims -> claims.issuer(shop.id),
                        claims -> claims.subject(shop.id),
                        claims -> claims.subject(null),
                        claims -> claims.expirationTime(Date.from(now.minusSeconds(120))),
                        claims -> claims.expirationTime(Date.from(now.plusSeconds(86_400))),
                        claims -> claims.expirationTime(null),
                        claims -> claims.notBeforeTime(Date.from(now.plusSeconds(600))),
                        claims -> claims.jwtID(null));
        JWSHeader good = header(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build();
        assertRefused(tokenWith(assertion(good, new ECDSASigner(bank.key))), 400, "invalid_grant");
        for (UnaryOperator<JWTClaimsSet.Builder> each : wrong) {
            JWTClaimsSet claims = each.apply(bank.assertionClaims()).build();
            assertRefused(
                    tokenWith(assertion(good, new ECDSASigner(bank.key), claims)),
                    401,
                    "invalid_client");
        }
    }

    @Test
    void nobody_is_a_client_by_its_name_alone() {
        Map<String, String> form = bank.exchange("no-such-code", bank.assertion());
        form.remove("client_assertion");
        form.remove("client_assertion_type");
        assertThat(bank.post("token", form).status()).isIn(400, 401);
        form.put("client_secret", "secret");
        assertThat(bank.post("token", form).status()).isIn(400, 401);
        Map<String, String> other = bank.exchange("no-such-code", bank.assertion());
        other.put("client_id", shop.id);
        assertRefused(bank.post("token", other), 401, "invalid_client");
    }

    // --- codes and tokens: RFC 9700

    /** Eight at once: exactly one is answered, the others are told that it is over. */
    private static JsonNode theOneAnswered(Callable<Answer> once) throws Exception {
        List<Answer> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> each :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> once).toList())) {
                all.add(each.get());
            }
        }
        List<Answer> won = all.stream().filter(each -> each.status() == 200).toList();
        assertThat(won).hasSize(1);
        all.stream()
                .filter(each -> each.status() != 200)
                .forEach(each -> assertRefused(each, 400, "invalid_grant"));
        return json(won.getFirst());
    }

    /** RFC 6749 4.1.2, RFC 9700 4.14: what two had was copied. */
    @Test
    void of_several_who_exchange_the_same_at_once_one_is_answered_and_nobody_keeps_anything()
            throws Exception {
        String code = codeForBank();
        assertWorthNothing(theOneAnswered(() -> bank.token(code)));
        String refresh = text(tokensForBank(), "refresh_token");
        assertWorthNothing(theOneAnswered(() -> bank.refresh(refresh)));
    }

    private void assertWorthNothing(JsonNode tokens) {
        assertThat(bank.userInfo(text(tokens, "access_token")).status()).isEqualTo(401);
        assertRefused(bank.refresh(text(tokens, "refresh_token")), 400, "invalid_grant");
    }

    @Test
    void a_code_is_worth_nothing_to_another_client() {
        String code = codeForBank();
        assertRefused(shop.token(code), 400, "invalid_grant");
        Map<String, String> form = shop.exchange(code, shop.assertion());
        form.put("redirect_uri", CALLBACK);
        assertRefused(shop.post("token", form), 400, "invalid_grant");
    }

    @Test
    void a_refresh_token_is_worth_nothing_to_another_client_nor_can_it_revoke() {
        JsonNode tokens = tokensForBank();
        assertRefused(shop.refresh(text(tokens, "refresh_token")), 400, "invalid_grant");
        Map<String, String> form = shop.authenticated(shop.assertion());
        form.put("token", text(tokens, "access_token"));
        assertThat(shop.post("revoke", form).status()).isNotEqualTo(200);
        assertThat(bank.userInfo(text(tokens, "access_token")).status()).isEqualTo(200);
        assertThat(bank.refresh(text(tokens, "refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void no_token_is_good_in_the_place_of_another() {
        String code = codeForBank();
        assertThat(bank.userInfo(code).status()).isEqualTo(401);
        JsonNode tokens = json(bank.token(code));
        for (String each : List.of("refresh_token", "id_token")) {
            assertThat(bank.userInfo(text(tokens, each)).status()).as(each).isEqualTo(401);
        }
        for (String each : List.of("access_token", "id_token")) {
            assertRefused(bank.refresh(text(tokens, each)), 400, "invalid_grant");
            assertRefused(bank.token(text(tokens, each)), 400, "invalid_grant");
        }
        assertThat(bank.userInfo(text(tokens, "access_token")).status()).isEqualTo(200);
        // RFC 9700 4.3.2: nothing that a log or a referrer would keep
        String query = "?access_token=" + text(tokens, "access_token");
        assertThat(bank.browser.get(HOST, PROTOCOL + "/userinfo" + query).status()).isEqualTo(400);
    }

    // --- PKCE: RFC 7636, RFC 9700 4.8

    @Test
    void a_verifier_is_demanded_and_the_challenge_is_none() {
        for (String each : List.of("", "too-short", RelyingParty.challenge())) {
            Map<String, String> form = bank.exchange(codeForBank(), bank.assertion());
            form.put("code_verifier", each);
            assertThat(bank.post("token", form).status()).as(each).isEqualTo(400);
        }
        Map<String, String> form = bank.exchange(codeForBank(), bank.assertion());
        form.remove("code_verifier");
        assertThat(bank.post("token", form).status()).isEqualTo(400);
    }

    @Test
    void a_request_without_s256_is_not_taken_by_the_back_door_either() {
        for (String each : List.of("plain", "s256", "S512", "")) {
            Map<String, String> request = bank.request("openid");
            request.put("code_challenge_method", each);
            assertRefused(bank.push(request), 400, "invalid_request");
            assertThat(parameters(bank.authorize(request)))
                    .containsEntry("error", "invalid_request");
        }
        Map<String, String> withoutMethod = bank.request("openid");
        withoutMethod.remove("code_challenge_method");
        assertRefused(bank.push(withoutMethod), 400, "invalid_request");
        assertThat(parameters(bank.authorize(withoutMethod)))
                .containsEntry("error", "invalid_request");
        Map<String, String> without = bank.request("openid");
        without.remove("code_challenge");
        assertRefused(bank.push(without), 400, "invalid_request");
    }

    /** A code that was begun elsewhere and put into this browser (RFC 9700 4.5). */
    @Test
    void a_code_that_another_session_began_does_not_fit_its_verifier() {
        assertRefused(
                bank.token(
                        codeForBank(),
                        "the-verifier-of-the-victims-own-session-0123456789",
                        bank.assertion()),
                400,
                "invalid_grant");
    }

    // --- redirect addresses: RFC 9700 4.1

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bank.example.jp/Callback",
                "https://bank.example.jp/callback/",
                "https://bank.example.jp/callback/more",
                "https://bank.example.jp/callback?more=1",
                "https://bank.example.jp/callback#more",
                "https://bank.example.jp/%63allback",
                "https://bank.example.jp/x/../callback",
                "https://bank.example.jp//callback",
                "https://bank.example.jp\\callback",
                "https://bank.example.jp:443/callback",
                "https://bank.example.jp:8443/callback",
                "https://BANK.example.jp/callback",
                "https://bank.example.jp./callback",
                "https://somebody@bank.example.jp/callback",
                "https://bank.example.jp@evil.example/callback",
                "https://bank.example.jp.evil.example/callback",
                "https://evil.example/callback",
                "http://bank.example.jp/callback",
                "http://127.0.0.1/callback",
                "javascript:alert(1)//bank.example.jp/callback",
                "//bank.example.jp/callback",
                " https://bank.example.jp/callback",
                "https://bank.example.jp/callback\r\nSet-Cookie: a=b",
                ""
            })
    void only_the_registered_address_to_the_letter_is_gone_to(String address) {
        Map<String, String> request = bank.request("openid");
        request.put("redirect_uri", address);
        Answer page = bank.authorize(request);
        assertThat(page.status()).as(page.toString()).isEqualTo(400);
        assertThat(page.header("location")).isEmpty();
        assertThat(page.header("set-cookie").orElse("")).doesNotContain("a=b");
        assertThat(bank.push(request).status()).isEqualTo(400);
    }

    @Test
    void a_code_is_exchanged_under_the_address_that_it_went_to() {
        Map<String, String> form = bank.exchange(codeForBank(), bank.assertion());
        form.put("redirect_uri", CALLBACK + "2");
        assertRefused(bank.post("token", form), 400, "invalid_grant");
        form = bank.exchange(codeForBank(), bank.assertion());
        form.remove("redirect_uri");
        assertThat(bank.post("token", form).status()).isEqualTo(400);
    }

    /** RFC 8252 7.3: of a program on the citizen's machine the port alone may be another. */
    @Test
    void of_a_loopback_address_the_port_may_differ_and_nothing_else() {
        RelyingParty program =
                RelyingParty.entered(COUNTRY, "試験ソフト", "http://127.0.0.1:8123/callback");
        Map<String, String> request = program.request("openid");
        request.put("redirect_uri", "http://127.0.0.1:51234/callback");
        assertThat(program.authorize(request).header("location").orElseThrow()).contains("/login/");
        for (String each :
                List.of(
                        "http://127.0.0.1:51234/other",
                        "http://127.0.0.2:51234/callback",
                        "http://localhost:51234/callback",
                        "http://[::1]:51234/callback",
                        "https://127.0.0.1:51234/callback",
                        "http://127.0.0.1:51234@evil.example/callback",
                        "http://127.0.0.1.evil.example:51234/callback",
                        "http://user@127.0.0.1:51234/callback")) {
            request.put("redirect_uri", each);
            Answer page = program.authorize(request);
            assertThat(page.status()).as(each).isEqualTo(400);
            assertThat(page.header("location")).isEmpty();
        }
    }

    @Test
    void a_logout_leads_nowhere_that_is_not_registered() {
        String idToken = text(tokensForBank(), "id_token");
        Answer answer =
                bank.browser.get(
                        HOST,
                        PROTOCOL
                                + "/logout?id_token_hint="
                                + idToken
                                + "&post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("location")).isEmpty();
    }

    // --- pushed requests: RFC 9126

    @Test
    void what_one_client_pushed_no_other_asks_for_and_the_browser_changes_nothing_of_it() {
        String pushed = json(bank.push(bank.request("openid"))).get("request_uri").asString();
        assertRefused(
                shop.authorize(Map.of("client_id", shop.id, "request_uri", pushed)),
                400,
                "MYNA-PLT-004");
        Map<String, String> bent = bank.request("openid name");
        bent.put("request_uri", pushed);
        bent.put("redirect_uri", "https://evil.example/");
        bent.put("state", "another");
        Login login = RelyingParty.begun(bank.authorize(bent));
        String ask = bank.ask(login);
        assertThat(RelyingParty.claims(ask).get("items")).isEqualTo(List.of());
        Answer back =
                bank.back(login, returnCode(bank.answer(login, signed(ask, COUNTRY.issued()))));
        assertThat(back.header("location").orElseThrow()).startsWith(CALLBACK + "?");
        assertThat(parameters(back)).containsEntry("state", "a state");
    }

    @Test
    void nobody_pushes_for_another_and_nothing_that_was_not_pushed_is_found() {
        Map<String, String> form = shop.authenticated(shop.assertion());
        form.putAll(bank.request("openid"));
        assertThat(shop.post("ext/par/request", form).status()).isIn(400, 401);
        for (String each :
                List.of(
                        "urn:ietf:params:oauth:request_uri:guessed",
                        "https://evil.example/request.jwt",
                        "file:///etc/passwd",
                        "")) {
            Answer page = bank.authorize(Map.of("client_id", bank.id, "request_uri", each));
            assertThat(page.status()).as(each).isEqualTo(400);
            assertThat(page.header("location")).isEmpty();
        }
    }

    // --- parameters

    /** RFC 6749 3.1: of two, a proxy and we might take different ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id",
                "redirect_uri",
                "response_type",
                "scope",
                "state",
                "nonce",
                "prompt",
                "code_challenge",
                "code_challenge_method"
            })
    void a_parameter_comes_once(String name) {
        Map<String, String> request = bank.request("openid");
        request.putIfAbsent(name, "login");
        String query = RelyingParty.query(request);
        Answer answer = bank.browser.get(HOST, PROTOCOL + "/auth?" + query + "&" + name + "=x");
        if (answer.status() == 302) {
            assertThat(answer.header("location").orElseThrow()).startsWith(CALLBACK + "?");
            assertThat(parameters(answer)).containsEntry("error", "invalid_request");
        } else {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        }
    }

    @Test
    void what_goes_back_is_one_value_and_no_header() {
        Map<String, String> request = bank.request("openid");
        String state = "x\r\nSet-Cookie: a=b&code=stolen#\"<";
        request.put("state", state);
        request.put("prompt", "none");
        Answer answer = bank.authorize(request);
        assertThat(parameters(answer))
                .containsEntry("state", state)
                .containsEntry("error", "login_required")
                .doesNotContainKey("code");
        assertThat(answer.header("set-cookie")).isEmpty();
    }
}

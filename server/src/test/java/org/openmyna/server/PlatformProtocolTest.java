package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.RelyingParty.HOST;
import static org.openmyna.server.RelyingParty.PROTOCOL;
import static org.openmyna.server.RelyingParty.assertRefused;
import static org.openmyna.server.RelyingParty.code;
import static org.openmyna.server.RelyingParty.json;
import static org.openmyna.server.RelyingParty.parameters;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.server.PageClient.Answer;
import tools.jackson.databind.JsonNode;

/** What OpenID Connect demands of a provider, clause by clause, over HTTP. */
class PlatformProtocolTest {
    private static final TestCountry COUNTRY = TestCountry.shared();
    private static final String CALLBACK = "https://bank.example.jp/callback";
    private static final String DISCOVERY = "/api/realms/main/.well-known/openid-configuration";

    private final RelyingParty bank = RelyingParty.entered(COUNTRY, "試験銀行", CALLBACK);

    private JsonNode tokens() {
        return json(bank.token(code(bank.loggedIn("openid", COUNTRY.issued()))));
    }

    private static String text(JsonNode tokens, String name) {
        return tokens.get(name).asString();
    }

    private Answer logout(String idToken) {
        return bank.browser.get(HOST, PROTOCOL + "/logout?id_token_hint=" + idToken);
    }

    // --- refresh tokens: RFC 9700 4.14

    /** A thief who refreshes several times hides behind nothing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void a_refresh_token_of_any_generation_that_comes_again_ends_everything(int stolen) {
        JsonNode first = tokens();
        JsonNode last = first;
        for (int n = 0; n < stolen; n++) {
            Answer answer = bank.refresh(text(last, "refresh_token"));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            last = json(answer);
        }
        assertThat(bank.userInfo(text(last, "access_token")).status()).isEqualTo(200);

        assertRefused(bank.refresh(text(first, "refresh_token")), 400, "invalid_grant");
        assertThat(bank.userInfo(text(last, "access_token")).status()).isEqualTo(401);
        assertRefused(bank.refresh(text(last, "refresh_token")), 400, "invalid_grant");
    }

    // --- requests: OpenID Connect Core 3.1.2.1, 6, 7.2.1

    @ParameterizedTest
    @CsvSource({
        "request,            request_not_supported",
        "registration,       registration_not_supported"
    })
    void a_parameter_that_would_change_the_request_is_refused_by_its_name(
            String parameter, String error) {
        Map<String, String> request = bank.request("openid");
        request.put(parameter, "eyJhbGciOiJub25lIn0.e30.");
        assertThat(parameters(bank.authorize(request)))
                .containsEntry("error", error)
                .containsEntry("state", "a state")
                .containsEntry("iss", bank.issuer());
        assertRefused(bank.push(request), 400, error);
    }

    /** RFC 9126 4: what is named was pushed here; nothing is fetched from anywhere. */
    @Test
    void a_request_at_an_address_is_refused() {
        Map<String, String> request = bank.request("openid");
        request.put("request_uri", "https://bank.example.jp/request.jwt");
        Answer page = bank.authorize(request);
        assertRefused(page, 400, "MYNA-PLT-004");
        assertThat(page.body()).contains("request_uri");
        assertThat(page.header("location")).isEmpty();
    }

    /** A form at the relying party, sent by the citizen's browser. */
    @Test
    void a_request_may_be_a_form_of_the_relying_partys_page() {
        Answer begun =
                bank.browser.post(
                        HOST,
                        PROTOCOL + "/auth",
                        bank.request("openid name"),
                        "Sec-Fetch-Site: cross-site",
                        "Origin: https://bank.example.jp");
        RelyingParty.Login login = RelyingParty.begun(begun);
        Answer answered =
                bank.answer(login, RelyingParty.signed(bank.ask(login), COUNTRY.issued()));
        // the items that were asked for do not come from a software key
        assertRefused(answered, 422, "MYNA-PLT-012");

        Map<String, String> wrong = bank.request("openid");
        wrong.put("redirect_uri", "https://evil.example/");
        assertRefused(
                bank.browser.post(
                        HOST, PROTOCOL + "/auth", wrong, "Origin: https://bank.example.jp"),
                400,
                "MYNA-PLT-005");
    }

    /** RP-Initiated Logout 1.0 2. */
    @Test
    void a_logout_may_be_a_form_of_the_relying_partys_page() {
        JsonNode tokens = tokens();
        Answer out =
                bank.browser.post(
                        HOST,
                        PROTOCOL + "/logout",
                        Map.of("id_token_hint", text(tokens, "id_token")),
                        "Sec-Fetch-Site: cross-site",
                        "Origin: https://bank.example.jp");
        assertThat(out.status()).as(out.toString()).isEqualTo(302);
        assertThat(out.header("location").orElseThrow()).endsWith("/signed-out");
        assertThat(bank.userInfo(text(tokens, "access_token")).status()).isEqualTo(401);
    }

    @Test
    void no_other_path_and_no_other_origin_takes_a_form_of_another_page() {
        String from = "Sec-Fetch-Site: cross-site";
        for (String each :
                List.of("token", "revoke", "userinfo", "ext/par/request", "auth/", "certs")) {
            assertRefused(
                    bank.browser.post(HOST, PROTOCOL + "/" + each, Map.of(), from),
                    403,
                    "MYNA-SRV-041");
        }
        assertRefused(
                bank.browser.post("counter.localhost", PROTOCOL + "/auth", Map.of(), from),
                403,
                "MYNA-SRV-041");
    }

    // --- logout: RP-Initiated Logout 1.0 2

    @Test
    void the_first_id_token_is_a_hint_after_a_refresh_and_so_is_the_newest() throws Exception {
        JsonNode first = tokens();
        JsonNode second = json(bank.refresh(text(first, "refresh_token")));
        JsonNode third = json(bank.refresh(text(second, "refresh_token")));
        assertThat(SignedJWT.parse(text(third, "id_token")).getJWTClaimsSet().getSubject())
                .isEqualTo(SignedJWT.parse(text(first, "id_token")).getJWTClaimsSet().getSubject());
        assertThat(logout(text(first, "id_token")).status()).isEqualTo(302);
        assertThat(bank.userInfo(text(third, "access_token")).status()).isEqualTo(401);

        JsonNode again = json(bank.refresh(text(tokens(), "refresh_token")));
        assertThat(logout(text(again, "id_token")).status()).isEqualTo(302);
        assertThat(bank.userInfo(text(again, "access_token")).status()).isEqualTo(401);
    }

    // --- OpenID Connect Discovery 1.0 3, RFC 7517, with a parser that is not ours

    private OIDCProviderMetadata published() throws ParseException {
        return OIDCProviderMetadata.parse(bank.browser.get(HOST, DISCOVERY).body());
    }

    @Test
    void discovery_validates() throws ParseException {
        OIDCProviderMetadata found = published();
        String issuer = bank.issuer();
        assertThat(found.getIssuer().getValue()).isEqualTo(issuer);
        for (var each :
                List.of(
                        found.getAuthorizationEndpointURI(),
                        found.getTokenEndpointURI(),
                        found.getJWKSetURI(),
                        found.getUserInfoEndpointURI(),
                        found.getEndSessionEndpointURI(),
                        found.getRevocationEndpointURI(),
                        found.getPushedAuthorizationRequestEndpointURI())) {
            assertThat(each).isNotNull();
            assertThat(each.toString()).startsWith(issuer + "/protocol/openid-connect/");
        }
        assertThat(found.getResponseTypes()).containsExactly(ResponseType.CODE);
        assertThat(found.getSubjectTypes()).containsExactly(SubjectType.PAIRWISE);
        assertThat(found.getTokenEndpointAuthMethods())
                .containsExactly(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        assertThat(found.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
        assertThat(found.getScopes().contains("openid")).isTrue();
        assertThat(found.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(found.supportsRequestParam()).isFalse();
        // the default is true
        assertThat(found.supportsRequestURIParam()).isFalse();
        assertThat(found.supportsClaimsParam()).isFalse();
        assertThat(found.getUILocales()).isNull();
        assertThat(found.getCustomParameters()).isEmpty();
    }

    @Test
    void an_id_token_is_signed_with_a_published_key() throws Exception {
        String certs = found(published().getJWKSetURI().getPath());
        JWKSet keys = JWKSet.parse(certs);
        assertThat(keys.getKeys())
                .isNotEmpty()
                .allMatch(key -> !key.isPrivate())
                .allMatch(key -> key.getKeyID() != null && key.getAlgorithm() != null);
        SignedJWT idToken = SignedJWT.parse(text(tokens(), "id_token"));
        JWK key = keys.getKeyByKeyId(idToken.getHeader().getKeyID());
        assertThat(idToken.verify(new com.nimbusds.jose.crypto.ECDSAVerifier(key.toECKey())))
                .isTrue();
    }

    private String found(String path) {
        return bank.browser.get(HOST, path).body();
    }

    // --- the register

    /** U+202E turns what follows round; the agent would refuse such a name later. */
    @ParameterizedTest
    @ValueSource(strings = {"試験\u202E銀行", "試験\u200B銀行", "試験\uE000", "試験\u0378", "試験\u2028銀行"})
    void a_client_has_a_name_that_can_be_read(String name) {
        Answer page =
                bank.browser.post(
                        HOST,
                        "/developer",
                        Map.of("name", name, "redirect", CALLBACK, "logout", "", "jwks", ""));
        assertThat(page.body()).contains("MYNA-PLT-016").doesNotContain("<dt>client_id</dt>");
    }
}

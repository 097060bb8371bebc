package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openmyna.server.PageClient.Answer;
import org.openmyna.trust.profile.JpkiCertificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A relying party, a browser and a card agent in one: what a login takes, each step by itself. */
final class RelyingParty {
    static final String HOST = "platform.localhost";
    static final String PROTOCOL = "/api/realms/main/protocol/openid-connect";
    static final String VERIFIER = "a-code-verifier-of-43-characters-or-more-0123456789";
    static final JsonMapper JSON = JsonMapper.builder().build();

    final TestCountry country;
    final PageClient browser;
    final String id;
    final ECKey key;
    final String redirect;

    private RelyingParty(TestCountry country, String id, ECKey key, String redirect) {
        this.country = country;
        this.browser = new PageClient(country);
        this.id = id;
        this.key = key;
        this.redirect = redirect;
    }

    /** Enters one in the developer console. */
    static RelyingParty entered(TestCountry country, String name, String redirect) {
        Answer page =
                new PageClient(country)
                        .post(
                                HOST,
                                "/developer",
                                Map.of(
                                        "name",
                                        name,
                                        "redirect",
                                        redirect,
                                        "logout",
                                        "",
                                        "jwks",
                                        ""));
        try {
            return new RelyingParty(
                    country,
                    found(page.body(), "<dt>client_id</dt><dd class=\"om-code\">([^<]+)<"),
                    ECKey.parse(found(page.body(), "<code>(\\{\"kty[^<]*)</code>")),
                    redirect);
        } catch (ParseException noKey) {
            throw new IllegalStateException(page.body(), noKey);
        }
    }

    /** One that the register's officers entered. */
    static RelyingParty known(TestCountry country, String id, ECKey key, String redirect) {
        return new RelyingParty(country, id, key, redirect);
    }

    static String found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) throw new IllegalStateException(pattern + " is not in\n" + text);
        return found.group(1);
    }

    /**
     * @param error what its body names
     */
    static void assertRefused(Answer answer, int status, String error) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).contains(error);
    }

    /** The parameters of a good request. */
    Map<String, String> request(String scope) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("response_type", "code");
        all.put("client_id", id);
        all.put("redirect_uri", redirect);
        all.put("scope", scope);
        all.put("state", "a state");
        all.put("nonce", "a-nonce");
        all.put("acr_values", "aal3 crl");
        all.put("code_challenge", challenge());
        all.put("code_challenge_method", "S256");
        return all;
    }

    static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each ->
                        each.getKey()
                                + "="
                                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Answer authorize(Map<String, String> parameters) {
        return browser.get(HOST, PROTOCOL + "/auth?" + query(parameters));
    }

    /** A login as the browser has it. */
    record Login(String path, String cookie) {
        String cookieHeader() {
            return "Cookie: " + cookie;
        }
    }

    Login begin(String scope) {
        return begun(authorize(request(scope)));
    }

    static Login begun(Answer answer) {
        if (answer.status() != 302) throw new IllegalStateException(answer.toString());
        String location = answer.header("location").orElseThrow();
        return new Login(
                location.substring(location.indexOf("/login/")),
                answer.header("set-cookie").orElseThrow().replaceAll(";.*", ""));
    }

    /** Agrees, and takes the request that the agent gets. */
    String ask(Login login) {
        Answer answer =
                browser.post(
                        HOST, login.path() + "/way", Map.of("way", "here"), login.cookieHeader());
        return found(answer.header("location").orElseThrow(), "/ask\\?request=(.+)");
    }

    /** What the first screen shows for an agent on another device. */
    String number(Login login) {
        return found(
                browser.get(HOST, login.path() + "/elsewhere", login.cookieHeader()).body(),
                "<strong>([0-9]{6})</strong>");
    }

    static Map<String, Object> claims(String jws) {
        try {
            return SignedJWT.parse(jws).getJWTClaimsSet().toJSONObject();
        } catch (ParseException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** What an agent sends whose card has this certificate. */
    static Map<String, Object> signed(String ask, JpkiCertificate certificate) {
        return signed(ask, certificate, String.valueOf(claims(ask).get("challenge")));
    }

    static Map<String, Object> signed(String ask, JpkiCertificate certificate, String challenge) {
        try {
            Signature card = Signature.getInstance("SHA256withRSA");
            card.initSign(TestCountry.key().getPrivate());
            card.update(challenge.getBytes(StandardCharsets.UTF_8));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("request", ask);
            answer.put("outcome", "signed");
            answer.put("certificate", base64(certificate.der()));
            answer.put("signature", base64(card.sign()));
            return answer;
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    Answer answer(Login login, Map<String, Object> answer) {
        return browser.postJson(HOST, login.path() + "/answer", JSON.writeValueAsString(answer));
    }

    static String returnCode(Answer answer) {
        return found(answer.body(), "\"return_code\": ?\"([^\"]+)\"");
    }

    Answer back(Login login, String returnCode) {
        return browser.get(
                HOST, login.path() + "/back?return_code=" + returnCode, login.cookieHeader());
    }

    /** All that a person does: agree, card, and back with a code. */
    Answer loggedIn(String scope, JpkiCertificate certificate) {
        Login login = begin(scope);
        return back(login, returnCode(answer(login, signed(ask(login), certificate))));
    }

    static Map<String, String> parameters(Answer redirect) {
        String location =
                redirect.header("location").or(() -> redirect.header("refresh")).orElseThrow();
        return Arrays.stream(location.substring(location.indexOf('?') + 1).split("&"))
                .map(each -> each.split("=", 2))
                .collect(
                        Collectors.toMap(
                                each -> each[0],
                                each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    /** The code that a redirect carries. */
    static String code(Answer redirect) {
        return String.valueOf(parameters(redirect).get("code"));
    }

    String issuer() {
        return "http://" + HOST + ":" + country.server.address().getPort() + "/api/realms/main";
    }

    JWTClaimsSet.Builder assertionClaims() {
        return new JWTClaimsSet.Builder()
                .issuer(id)
                .subject(id)
                .audience(issuer() + "/protocol/openid-connect/token")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    String assertion() {
        return assertion(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), key);
    }

    String assertion(JWSHeader header, ECKey signing) {
        try {
            var jwt = new SignedJWT(header, assertionClaims().build());
            jwt.sign(new ECDSASigner(signing));
            return jwt.serialize();
        } catch (JOSEException refused) {
            throw new IllegalStateException(refused);
        }
    }

    Map<String, String> authenticated(String assertion) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", id);
        form.put("client_assertion", assertion);
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        return form;
    }

    Answer token(String code) {
        return token(code, VERIFIER, assertion());
    }

    Answer token(String code, String verifier, String assertion) {
        Map<String, String> form = exchange(code, assertion);
        form.put("code_verifier", verifier);
        return post("token", form);
    }

    /** The form of a good exchange of a code. */
    Map<String, String> exchange(String code, String assertion) {
        Map<String, String> form = authenticated(assertion);
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("code_verifier", VERIFIER);
        form.put("redirect_uri", redirect);
        return form;
    }

    /** To an endpoint of the provider. */
    Answer post(String endpoint, Map<String, String> form) {
        return browser.post(HOST, PROTOCOL + "/" + endpoint, form);
    }

    /** Pushes a request (RFC 9126). */
    Answer push(Map<String, String> request) {
        Map<String, String> form = authenticated(assertion());
        form.putAll(request);
        return post("ext/par/request", form);
    }

    Answer refresh(String token) {
        Map<String, String> form = authenticated(assertion());
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", token);
        return post("token", form);
    }

    Answer userInfo(String token) {
        return browser.get(HOST, PROTOCOL + "/userinfo", "Authorization: Bearer " + token);
    }

    static JsonNode json(Answer answer) {
        return JSON.readTree(answer.body());
    }

    /** The subject of a whole login. */
    String subject(JpkiCertificate certificate) {
        String code = code(loggedIn("openid", certificate));
        return json(userInfo(json(token(code)).get("access_token").asString()))
                .get("sub")
                .asString();
    }

    static List<String> names(JsonNode object) {
        return object.propertyNames().stream().sorted().toList();
    }
}

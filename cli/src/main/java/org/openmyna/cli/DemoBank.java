package org.openmyna.cli;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bank that knows the address of an OpenID provider and nothing else: it enters itself in the
 * developer console, reads the discovery document, and checks identity tokens with the keys that it
 * finds there.
 */
final class DemoBank {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RANDOM_BYTES = 32;

    private final DemoBrowser browser;
    private final URI redirect;
    private final String id;
    private final ECKey key;
    private final JsonNode discovery;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param platform origin
     * @param redirect where customers come back to
     */
    static DemoBank entered(DemoBrowser browser, URI platform, String name, URI redirect) {
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("name", name);
        wish.put("redirect", redirect.toString());
        wish.put("logout", "");
        wish.put("jwks", "");
        DemoBrowser.Place entered = browser.submit(platform.resolve("/developer"), wish, redirect);
        URI configuration = platform.resolve("/api/realms/main/.well-known/openid-configuration");
        try {
            return new DemoBank(
                    browser,
                    redirect,
                    entered.found("<dt>client_id</dt><dd class=\"om-code\">([^<]+)<"),
                    ECKey.parse(entered.found("<code>(\\{[^<]*\"d\"[^<]*)</code>")),
                    JSON.readTree(browser.open(configuration).text()));
        } catch (ParseException noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    private DemoBank(DemoBrowser browser, URI redirect, String id, ECKey key, JsonNode discovery) {
        this.browser = browser;
        this.redirect = redirect;
        this.id = id;
        this.key = key;
        this.discovery = discovery;
    }

    URI redirect() {
        return redirect;
    }

    /** A login that the bank waits for. */
    final class Login {
        private final String verifier = token();
        private final String state = token();
        private final String nonce = token();

        /** Where the customer is sent. */
        URI address(String scope) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("response_type", "code");
            query.put("client_id", id);
            query.put("redirect_uri", redirect.toString());
            query.put("scope", scope);
            query.put("state", state);
            query.put("nonce", nonce);
            query.put("code_challenge", challenge());
            query.put("code_challenge_method", "S256");
            return URI.create(endpoint("authorization_endpoint") + "?" + DemoBrowser.form(query));
        }

        private String challenge() {
            try {
                return base64(
                        MessageDigest.getInstance("SHA-256")
                                .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
            } catch (GeneralSecurityException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }

        /** The code for tokens; the answer of the platform, whatever it is. */
        JsonNode exchange(DemoBrowser.Place back) {
            if (!back.parameter("state").equals(state)) throw new IllegalStateException("state");
            Map<String, String> form = new LinkedHashMap<>();
            form.put("grant_type", "authorization_code");
            form.put("client_id", id);
            form.put("code", back.parameter("code"));
            form.put("code_verifier", verifier);
            form.put("redirect_uri", redirect.toString());
            form.put(
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            form.put("client_assertion", assertion());
            URI endpoint = URI.create(endpoint("token_endpoint"));
            return JSON.readTree(browser.submit(endpoint, form, redirect).text());
        }

        /** Claims of the identity token, which is checked first. */
        JWTClaimsSet customer(JsonNode tokens) {
            try {
                JWKSet keys = JWKSet.parse(browser.open(URI.create(endpoint("jwks_uri"))).text());
                var processor = new DefaultJWTProcessor<SecurityContext>();
                processor.setJWSKeySelector(
                        new JWSVerificationKeySelector<>(
                                JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys)));
                var expected =
                        new JWTClaimsSet.Builder()
                                .issuer(endpoint("issuer"))
                                .claim("nonce", nonce)
                                .build();
                processor.setJWTClaimsSetVerifier(
                        new DefaultJWTClaimsVerifier<>(id, expected, Set.of("sub", "exp", "iat")));
                return processor.process(tokens.path("id_token").asString(), null);
            } catch (ParseException | BadJOSEException | JOSEException refused) {
                throw new IllegalStateException(refused);
            }
        }
    }

    /** What the customer agreed to pass on. */
    JsonNode told(JsonNode tokens) {
        URI endpoint = URI.create(endpoint("userinfo_endpoint"));
        return JSON.readTree(browser.ask(endpoint, tokens.path("access_token").asString()));
    }

    /** RFC 7523: who the bank is, proved with its own key. */
    private String assertion() {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(id)
                        .subject(id)
                        .audience(endpoint("token_endpoint"))
                        .jwtID(UUID.randomUUID().toString())
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private String endpoint(String name) {
        return discovery.path(name).asString();
    }

    private String token() {
        byte[] octets = new byte[RANDOM_BYTES];
        random.nextBytes(octets);
        return base64(octets);
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}

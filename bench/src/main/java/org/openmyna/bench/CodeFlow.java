package org.openmyna.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmyna.kernel.NativeCrypto;

/**
 * The relying party's part of a code flow with PKCE and {@code private_key_jwt}.
 *
 * @param path of the endpoints, to which {@code auth} and so on are added
 */
record CodeFlow(String client, ECKey key, String redirect, String tokenAddress, Paths paths) {
    /** Where the endpoints are. */
    record Paths(String authorization, String token, String userInfo) {}

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Pattern ACCESS = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    String authorization() {
        return paths.authorization()
                + "?response_type=code&client_id="
                + client
                + "&redirect_uri="
                + encoded(redirect)
                + "&scope=openid&state=1&nonce=1&code_challenge_method=S256&code_challenge="
                + CHALLENGE;
    }

    /** From the address that the browser was sent to, to what is known of the person. */
    void redeem(PlainHttp http, String location) {
        String form =
                "grant_type=authorization_code&client_id="
                        + client
                        + "&code="
                        + found(CODE, location)
                        + "&code_verifier="
                        + VERIFIER
                        + "&redirect_uri="
                        + encoded(redirect)
                        + "&client_assertion_type="
                        + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                        + "&client_assertion="
                        + assertion();
        String access = found(ACCESS, http.form(paths.token(), form).body());
        PlainHttp.Answer told = http.get(paths.userInfo(), "Authorization: Bearer " + access);
        if (told.status() != 200) throw new IllegalStateException(told.toString());
    }

    private String assertion() {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(tokenAddress)
                        .jwtID(UUID.randomUUID().toString())
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build();
        try {
            var jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                            claims);
            var signer = new ECDSASigner(key);
            NativeCrypto.provider().ifPresent(signer.getJCAContext()::setProvider);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException refused) {
            throw new IllegalStateException(refused);
        }
    }

    static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException(pattern + " is not in " + text);
        return found.group(1);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

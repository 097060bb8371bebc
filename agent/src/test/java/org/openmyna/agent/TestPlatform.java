package org.openmyna.agent;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.openmyna.agent.platform.Platforms;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.LoginRequest;

/**
 * A platform of this machine, {@code http://platform.localhost:PORT}: it publishes its key, signs
 * requests and takes answers.
 */
final class TestPlatform implements AutoCloseable {
    static final String RETURN_CODE = "return-code-0123456789";

    final List<Map<String, Object>> answers = new CopyOnWriteArrayList<>();
    volatile ECKey key = newKey("ask-1");
    volatile int status = 200;
    volatile int keysAsked;
    volatile String body = "{\"return_code\": \"" + RETURN_CODE + "\"}";

    private final HttpServer server;
    private volatile Instant now;

    TestPlatform(Instant now) {
        this.now = now;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/api/realms/main/protocol/openid-connect/certs", this::keys);
        server.createContext("/answer", this::answer);
        server.createContext("/back", exchange -> send(exchange, 200, "back at the platform"));
        server.start();
    }

    static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void at(Instant moment) {
        now = moment;
    }

    String origin() {
        return "http://platform.localhost:" + server.getAddress().getPort();
    }

    String issuer() {
        return origin() + "/api/realms/main";
    }

    private void keys(HttpExchange exchange) throws IOException {
        keysAsked++;
        send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            answers.add(
                    JSONObjectUtils.parse(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
        } catch (ParseException malformed) {
            throw new IOException(malformed);
        }
        send(exchange, status, body);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    LoginChallenge challenge() {
        return challenge("口座へのログイン");
    }

    private LoginChallenge challenge(String purpose) {
        return LoginChallenge.issue(
                origin(),
                new LoginRequest(
                        "demo-bank", URI.create("http://bank.localhost:9/callback"), purpose),
                new SecureRandom(),
                InstantSource.fixed(Town.NOW));
    }

    /** A request that is in order. */
    Map<String, Object> claims() {
        var claims = new HashMap<String, Object>();
        claims.put("iss", issuer());
        claims.put("aud", Platforms.AUDIENCE);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 300);
        claims.put("purpose", "login");
        claims.put(
                "client",
                Map.of(
                        "id", "demo-bank",
                        "name", "試験銀行",
                        "name_en", "Test Bank",
                        "registered", true));
        claims.put("challenge", new String(challenge().bytes(), StandardCharsets.UTF_8));
        claims.put("items", List.of());
        claims.put("answer", origin() + "/answer");
        claims.put("back", origin() + "/back");
        return claims;
    }

    /** A request with something changed. */
    String ask(Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = claims();
        change.accept(claims);
        return sign(new JWSHeader.Builder(JWSAlgorithm.ES256), claims, key);
    }

    String ask() {
        return ask(claims -> {});
    }

    /** A request whose card signs this purpose. */
    String askFor(String purpose) {
        return ask(claims ->
                claims.put(
                        "challenge",
                        new String(challenge(purpose).bytes(), StandardCharsets.UTF_8)));
    }

    static String sign(JWSHeader.Builder header, Map<String, Object> claims, ECKey key) {
        try {
            var jws =
                    new JWSObject(
                            header.type(new JOSEObjectType(Platforms.TYPE))
                                    .keyID(key.getKeyID())
                                    .build(),
                            new Payload(claims));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

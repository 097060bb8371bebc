package org.openmyna.interop;

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
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.openmyna.agent.platform.Platforms;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.LoginRequest;

/** {@code http://platform.localhost:PORT}: asks a card agent for logins and takes its answers. */
final class AskingPlatform implements AutoCloseable {
    final List<String> answers = new CopyOnWriteArrayList<>();

    private final ECKey key;
    private final HttpServer server;

    AskingPlatform() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("ask").generate();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        String keys = new JWKSet(key.toPublicJWK()).toString();
        server.createContext(
                "/api/realms/main/protocol/openid-connect/certs", exchange -> send(exchange, keys));
        server.createContext("/answer", this::answer);
        server.createContext("/back", exchange -> send(exchange, "back at the platform"));
        server.start();
    }

    String origin() {
        return "http://platform.localhost:" + server.getAddress().getPort();
    }

    String issuer() {
        return origin() + "/api/realms/main";
    }

    private void answer(HttpExchange exchange) throws IOException {
        answers.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        send(exchange, "{\"return_code\": \"return-code-0123456789\"}");
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** A request, with something changed. */
    String ask(Consumer<Map<String, Object>> change) {
        long now = Instant.now().getEpochSecond();
        LoginChallenge challenge =
                LoginChallenge.issue(
                        origin(),
                        new LoginRequest(
                                "demo-bank",
                                URI.create("http://bank.localhost:9/callback"),
                                "口座へのログイン"),
                        new SecureRandom(),
                        Instant::now);
        var claims = new HashMap<String, Object>();
        claims.put("iss", issuer());
        claims.put("aud", Platforms.AUDIENCE);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now);
        claims.put("exp", now + 300);
        claims.put("purpose", "login");
        claims.put("client", client(true));
        claims.put("challenge", new String(challenge.bytes(), StandardCharsets.UTF_8));
        claims.put("items", List.of());
        claims.put("answer", origin() + "/answer");
        claims.put("back", origin() + "/back");
        change.accept(claims);
        return signed(claims);
    }

    static Map<String, Object> client(boolean registered) {
        return Map.of(
                "id", "demo-bank",
                "name", "試験銀行 ひめじ支店",
                "name_en", "Test Bank, Himeji branch",
                "registered", registered);
    }

    private String signed(Map<String, Object> claims) {
        try {
            var jws =
                    new JWSObject(
                            new JWSHeader.Builder(JWSAlgorithm.ES256)
                                    .type(new JOSEObjectType(Platforms.TYPE))
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

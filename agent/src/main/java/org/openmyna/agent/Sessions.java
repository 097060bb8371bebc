package org.openmyna.agent;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Browsers that talk to the agent: a cookie that other sites cannot send, and for forms a token
 * that follows from it. The name has the port, since cookies of 127.0.0.1 go to all of them.
 */
final class Sessions {
    private static final int BYTES = 16;
    private static final String MAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String name;

    /**
     * @param kind what the sessions are for: another site may lead to a page and so begin a new
     *     one, which must not end another
     */
    Sessions(int port, String kind) {
        byte[] secret = new byte[2 * BYTES];
        random.nextBytes(secret);
        key = new SecretKeySpec(secret, MAC);
        name = "openmyna-agent-" + kind + "-" + port;
    }

    /** What this browser is known by; empty if it has not been here, or came from elsewhere. */
    Optional<String> of(HttpExchange exchange) {
        return cookie(exchange, name).filter(value -> value.matches("[0-9a-f]{32}"));
    }

    /** A new one, told to the browser. */
    String begin(HttpExchange exchange) {
        byte[] id = new byte[BYTES];
        random.nextBytes(id);
        String value = HexFormat.of().formatHex(id);
        exchange.getResponseHeaders()
                .add("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict");
        return value;
    }

    /** Goes into the forms of a session. */
    String token(String session) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal(session.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether the token is that of the browser's own session. */
    boolean fits(HttpExchange exchange, String token) {
        byte[] told = token.getBytes(StandardCharsets.UTF_8);
        return of(exchange)
                .map(session -> token(session).getBytes(StandardCharsets.US_ASCII))
                .filter(expected -> MessageDigest.isEqual(expected, told))
                .isPresent();
    }

    static Optional<String> cookie(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }
}

package org.openmyna.agent.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmyna.agent.error.AgentError;
import org.openmyna.trust.verifier.ChallengeText;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.LoginChallengeMalformed;

/** The claims of a request, each with its shape. */
final class Claims {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int LONGEST_CHALLENGE = 4096;

    private final Map<String, Object> all;

    Claims(Map<String, Object> all) {
        this.all = all;
    }

    String issuer() {
        return text(all, "iss", "[!-~]{1,300}");
    }

    /** RFC 7519 4.1.3: a name, or a list of names. */
    boolean isFor(String audience) {
        Object value = all.get("aud");
        return audience.equals(value) || value instanceof List<?> list && list.contains(audience);
    }

    String id() {
        return text(all, "jti", "[A-Za-z0-9_-]{16,128}");
    }

    String purpose() {
        return text(all, "purpose", "[a-z]{1,20}");
    }

    /** RFC 7519 2, NumericDate, in whole seconds. */
    Instant time(String name) {
        if (!(all.get(name) instanceof Number number)) throw RequestRefused.malformed(name);
        try {
            return Instant.ofEpochSecond(number.longValue());
        } catch (DateTimeException outside) {
            throw RequestRefused.malformed(name);
        }
    }

    Client client() {
        if (!(all.get("client") instanceof Map<?, ?> client)) {
            throw RequestRefused.malformed("client");
        }
        return new Client(
                text(client, "id", "[!-~]{1,128}"),
                line(client, "name"),
                line(client, "name_en"),
                Boolean.TRUE.equals(client.get("registered")));
    }

    LoginChallenge challenge() {
        if (!(all.get("challenge") instanceof String text) || text.length() > LONGEST_CHALLENGE) {
            throw RequestRefused.malformed("challenge");
        }
        try {
            return LoginChallenge.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (LoginChallengeMalformed refused) {
            throw RequestRefused.malformed("challenge");
        }
    }

    Set<Item> items() {
        Object value = all.get("items");
        if (value == null) return Set.of();
        if (!(value instanceof List<?> list)) throw RequestRefused.malformed("items");
        Set<Item> items = EnumSet.noneOf(Item.class);
        for (Object each : list) {
            if (!items.add(item(each))) throw RequestRefused.malformed("items");
        }
        return items;
    }

    private static Item item(@Nullable Object token) {
        return Stream.of(Item.values())
                .filter(item -> item.token().equals(token))
                .findFirst()
                .orElseThrow(() -> RequestRefused.malformed("items"));
    }

    /** An address at this origin, without user and fragment. */
    URI address(String name, String origin) {
        URI address = parsed(text(all, name, "[!-~]{1," + LONGEST_ADDRESS + "}"), name);
        boolean here =
                PlatformAddress.origin(address).equals(Optional.of(origin))
                        && address.getRawUserInfo() == null
                        && address.getRawFragment() == null;
        if (!here) throw new RequestRefused(AgentError.ADDRESS_FOREIGN, Map.of("claim", name));
        return address;
    }

    private static URI parsed(String text, String name) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw RequestRefused.malformed(name);
        }
    }

    /** Whether the browser that began is on another device; what it shows is not told here. */
    boolean crossDevice() {
        return Boolean.TRUE.equals(all.get("cross_device"));
    }

    private static String text(Map<?, ?> from, String name, String shape) {
        if (from.get(name) instanceof String text && text.matches(shape)) return text;
        throw RequestRefused.malformed(name);
    }

    /** What a person reads: nothing that turns or hides letters. */
    private static String line(Map<?, ?> from, String name) {
        if (from.get(name) instanceof String text
                && !text.isBlank()
                && text.length() <= LONGEST_NAME
                && ChallengeText.isReadable(text)) {
            return text.strip();
        }
        throw RequestRefused.malformed(name);
    }
}

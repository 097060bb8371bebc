package org.openmyna.server.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a browser takes to the card agent: a signed request that says who asks, and what for. */
final class AskRequests {
    private static final JOSEObjectType TYPE = new JOSEObjectType("openmyna-ask+jwt");
    private static final String AUDIENCE = "openmyna-agent";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int LONGEST = 16_384;

    private final PlatformKeys keys;
    private final PlatformAddress address;
    private final RandomGenerator chance;
    private final InstantSource realTime;

    AskRequests(
            PlatformKeys keys,
            PlatformAddress address,
            RandomGenerator chance,
            InstantSource realTime) {
        this.keys = keys;
        this.address = address;
        this.chance = chance;
        this.realTime = realTime;
    }

    /**
     * A new request for a login.
     *
     * @param crossDevice for an agent on another device than the browser that began
     */
    String of(CardLoginRow login, Client client, boolean crossDevice) {
        Instant now = realTime.instant();
        String path = address.origin() + "/login/" + login.id();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(address.issuer())
                        .audience(AUDIENCE)
                        // of its own each time: an agent answers each request once
                        .jwtID(login.id() + "-" + Hashes.fresh(chance))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .claim("purpose", "login")
                        .claim(
                                "client",
                                Map.of(
                                        "id",
                                        client.id(),
                                        "name",
                                        client.nameJa(),
                                        "name_en",
                                        client.nameEn(),
                                        "registered",
                                        client.standing() == Standing.APPROVED))
                        .claim("challenge", new String(login.challenge(), StandardCharsets.UTF_8))
                        .claim("items", login.wanted().stream().map(Item::scope).toList())
                        .claim("answer", path + "/answer")
                        .claim("back", path + "/back");
        // not the number of the first screen: whoever has this address would read it
        if (crossDevice) claims.claim("cross_device", true);
        return IdTokenEncoder.signed(keys.newest(PlatformKeys.Use.ASK), TYPE, claims.build())
                .serialize();
    }

    /** Where the agent shows a request. */
    URI at(URI agent, String request) {
        return URI.create(agent + "/ask?request=" + request);
    }

    /**
     * An answer names the request that it is to: one of ours, of this login, in time.
     *
     * @throws NotDone if it does not (MYNA-PLT-008)
     */
    void mustBeOf(CardLoginRow login, String request) {
        if (request.length() > LONGEST || !isOf(login, request)) {
            throw new NotDone(PlatformError.ANSWER_MALFORMED, Map.of("part", "request"));
        }
    }

    private boolean isOf(CardLoginRow login, String request) {
        try {
            SignedJWT jwt = SignedJWT.parse(request);
            Optional<PlatformKeys.Key> key =
                    keys.known(PlatformKeys.Use.ASK, jwt.getHeader().getKeyID());
            if (key.isEmpty()
                    || !JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    || !TYPE.equals(jwt.getHeader().getType())
                    || !jwt.verify(key.get().verifier())) {
                return false;
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return List.of(AUDIENCE).equals(claims.getAudience())
                    && String.valueOf(claims.getJWTID()).startsWith(login.id() + "-")
                    && realTime.instant().isBefore(claims.getExpirationTime().toInstant());
        } catch (ParseException | JOSEException malformed) {
            return false;
        }
    }
}

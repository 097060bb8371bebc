package org.openmyna.server.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
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
import org.openmyna.trust.verifier.Freshness;
import org.openmyna.trust.verifier.LoginChallenge;

/** What a browser takes to the card agent: a signed request that says who asks, and what for. */
final class AskRequests {
    private static final JOSEObjectType TYPE = new JOSEObjectType("openmyna-ask+jwt");
    private static final String AUDIENCE = "openmyna-agent";
    private static final Duration LIFE = Freshness.standard().challengeLife();
    private static final int LONGEST = 16_384;

    /** Who has a request has the rest: four minutes for a choice of cards and two PINs. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final PlatformKeys keys;
    private final PlatformAddress address;
    private final RandomGenerator chance;
    private final InstantSource legalTime;
    private final InstantSource realTime;

    AskRequests(
            PlatformKeys keys,
            PlatformAddress address,
            RandomGenerator chance,
            InstantSource legalTime,
            InstantSource realTime) {
        this.keys = keys;
        this.address = address;
        this.chance = chance;
        this.legalTime = legalTime;
        this.realTime = realTime;
    }

    /**
     * A new request for a login. It ends with the challenge that it carries: an agent asks for no
     * PIN whose answer would come too late.
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
                        .expirationTime(Date.from(now.plus(left(login))))
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
                        .claim("challenge", challenge(login))
                        .claim("items", login.wanted().stream().map(Item::scope).toList())
                        .claim("answer", path + "/answer")
                        .claim("back", path + "/back");
        // not the number of the first screen: whoever has this address would read it
        if (crossDevice) claims.claim("cross_device", true);
        return IdTokenEncoder.signed(keys.newest(PlatformKeys.Use.ASK), TYPE, claims.build())
                .serialize();
    }

    /** A challenge is issued in legal time, and a request ends in real time. */
    private Duration left(CardLoginRow login) {
        Duration age = age(LoginChallenge.parse(login.challenge()));
        return age.isNegative() ? LIFE : LIFE.minus(age);
    }

    private Duration age(LoginChallenge challenge) {
        return Duration.between(challenge.issuedAt(), legalTime.instant());
    }

    /** Whether a card may still be asked: most of the challenge's life is ahead. */
    boolean isFresh(CardLoginRow login) {
        Duration age = age(LoginChallenge.parse(login.challenge()));
        return !age.isNegative() && age.compareTo(STALE) < 0;
    }

    /** What a request is to a login. */
    enum Fit {
        /** It is the one that waits for an answer. */
        FITS,
        NOT_ITS_OWN,
        /** Its challenge was replaced by a newer one. */
        REPLACED,
        /** Its time is over. */
        LATE
    }

    /** An answer names the request that it is to. */
    Fit fit(CardLoginRow login, String request) {
        return request.length() > LONGEST ? Fit.NOT_ITS_OWN : checked(login, request);
    }

    private Fit checked(CardLoginRow login, String request) {
        try {
            SignedJWT jwt = SignedJWT.parse(request);
            Optional<PlatformKeys.Key> key =
                    keys.known(PlatformKeys.Use.ASK, jwt.getHeader().getKeyID());
            if (key.isEmpty()
                    || !JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    || !TYPE.equals(jwt.getHeader().getType())
                    || !jwt.verify(key.get().verifier())) {
                return Fit.NOT_ITS_OWN;
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (!List.of(AUDIENCE).equals(claims.getAudience())
                    || !String.valueOf(claims.getJWTID()).startsWith(login.id() + "-")) {
                return Fit.NOT_ITS_OWN;
            }
            if (!challenge(login).equals(claims.getStringClaim("challenge"))) return Fit.REPLACED;
            boolean inTime = realTime.instant().isBefore(claims.getExpirationTime().toInstant());
            return inTime ? Fit.FITS : Fit.LATE;
        } catch (ParseException | JOSEException malformed) {
            return Fit.NOT_ITS_OWN;
        }
    }

    private static String challenge(CardLoginRow login) {
        return new String(login.challenge(), StandardCharsets.UTF_8);
    }
}

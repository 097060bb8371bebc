package org.openmyna.agent.platform;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openmyna.agent.error.AgentError;
import org.openmyna.agent.error.PlatformMalformed;
import org.openmyna.trust.verifier.LoginChallenge;

/** The platforms that this machine trusts: their requests are read here, and answered from here. */
public final class Platforms {
    /** {@code typ} of a request (RFC 8725 3.11). */
    public static final String TYPE = "openmyna-ask+jwt";

    /** {@code aud} of a request. */
    public static final String AUDIENCE = "openmyna-agent";

    private static final int LONGEST = 16 * 1024;
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);
    private static final String LOGIN = "login";
    private static final int OK = 200;

    private final Map<String, Platform> trusted = new ConcurrentHashMap<>();
    private final UsedOnce used = new UsedOnce();
    private final Web web = new Web();
    private final InstantSource realTime;

    /**
     * @param issuers as requests name them
     * @throws PlatformMalformed for one that is neither https nor on this machine (MYNA-AGT-002)
     */
    public Platforms(Collection<String> issuers, InstantSource realTime) {
        this.realTime = realTime;
        issuers.forEach(this::trust);
    }

    /**
     * Trusts one more.
     *
     * @throws PlatformMalformed if it is neither https nor on this machine (MYNA-AGT-002)
     */
    public void trust(String issuer) {
        try {
            if (!PlatformAddress.mayBeAsked(new URI(issuer)) || issuer.endsWith("/")) {
                throw new PlatformMalformed(issuer);
            }
        } catch (URISyntaxException malformed) {
            throw new PlatformMalformed(issuer);
        }
        trusted.putIfAbsent(issuer, new Platform(issuer, web, realTime));
    }

    /**
     * Reads a request.
     *
     * @param request whatever a browser brought
     */
    public Reading read(String request) {
        try {
            return new Reading.Good(checked(request));
        } catch (RequestRefused refused) {
            return new Reading.Refused(refused.refusal());
        }
    }

    private Ask checked(String request) {
        JWSObject jws = parsed(request);
        Claims claims = new Claims(payload(jws));
        String issuer = claims.issuer();
        Platform platform = trusted.get(issuer);
        if (platform == null) throw new RequestRefused(AgentError.PARTY_UNKNOWN);
        platform.mustHaveSigned(jws);
        if (!claims.isFor(AUDIENCE)) throw RequestRefused.malformed("aud");
        mustBeInTime(claims.time("iat"), claims.time("exp"));
        if (!claims.purpose().equals(LOGIN)) throw RequestRefused.malformed("purpose");
        return ask(request, issuer, claims);
    }

    /** RFC 8725 3.1 and 3.11: one algorithm, one type; keys in the header are never looked at. */
    private static JWSObject parsed(String request) {
        if (request.length() > LONGEST) throw RequestRefused.malformed("length");
        try {
            JWSObject jws = JWSObject.parse(request);
            if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())) {
                throw RequestRefused.malformed("alg");
            }
            if (!new JOSEObjectType(TYPE).equals(jws.getHeader().getType())) {
                throw RequestRefused.malformed("typ");
            }
            return jws;
        } catch (ParseException | IllegalArgumentException noJws) {
            throw RequestRefused.malformed("JWS");
        }
    }

    private static Map<String, Object> payload(JWSObject jws) {
        Map<String, Object> payload = jws.getPayload().toJSONObject();
        if (payload == null) throw RequestRefused.malformed("payload");
        return payload;
    }

    private void mustBeInTime(Instant issued, Instant until) {
        Instant now = realTime.instant();
        if (!now.isBefore(until)) throw new RequestRefused(AgentError.REQUEST_EXPIRED);
        if (issued.isAfter(now.plus(CLOCKS_DIFFER))) throw RequestRefused.malformed("iat");
        if (until.isAfter(issued.plus(LIFE))) throw RequestRefused.malformed("exp");
    }

    private static Ask ask(String request, String issuer, Claims claims) {
        Client client = claims.client();
        LoginChallenge challenge = claims.challenge();
        String origin = PlatformAddress.origin(URI.create(issuer)).orElseThrow();
        mustAgree("platform", challenge.platformOrigin(), origin);
        mustAgree("client", challenge.client(), client.id());
        return new Ask(
                request,
                issuer,
                claims.id(),
                claims.time("exp"),
                client,
                challenge,
                claims.items(),
                claims.address("answer", origin),
                claims.address("back", origin),
                claims.crossDevice());
    }

    private static void mustAgree(String what, String signed, String asked) {
        if (!signed.equals(asked)) {
            throw new RequestRefused(AgentError.CHALLENGE_DIFFERS, Map.of("what", what));
        }
    }

    /** Uses a request up; false if somebody did before. */
    public boolean use(Ask ask) {
        return used.use(ask, realTime.instant());
    }

    /**
     * Tells the platform what came of its request.
     *
     * @param language of what it may say, {@code ja} or {@code en}
     */
    public Delivery deliver(Ask ask, Answer answer, String language) {
        try {
            String json = JSONObjectUtils.toJSONString(answer.json(ask));
            Web.Answer told = web.post(ask.answer(), language, json);
            Map<String, Object> body = JSONObjectUtils.parse(told.body());
            if (body == null) return new Delivery.NotReached(); // the text was "null"
            return told.status() == OK ? Delivery.taken(body) : Delivery.refused(body);
        } catch (IOException | ParseException notReached) {
            return new Delivery.NotReached();
        }
    }
}

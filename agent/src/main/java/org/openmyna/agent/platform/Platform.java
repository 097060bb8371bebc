package org.openmyna.agent.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.agent.error.AgentError;

/** One issuer that is trusted, and its keys as it publishes them. */
final class Platform {
    private static final String KEYS = "/protocol/openid-connect/certs";
    private static final int OK = 200;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final URI keysAt;
    private final Web web;
    private final InstantSource realTime;
    private volatile @Nullable JWKSet keys;
    private @Nullable Instant askedAgain; // guarded by this

    Platform(String issuer, Web web, InstantSource realTime) {
        this.keysAt = URI.create(issuer + KEYS);
        this.web = web;
        this.realTime = realTime;
    }

    /**
     * Checks the signature with the key that the request names and this issuer publishes. A name
     * that is not known is asked for once more, but not again and again: keys are exchanged.
     *
     * @throws RequestRefused if there is no such key, or it did not sign this
     */
    void mustHaveSigned(JWSObject request) {
        ECKey key = key(String.valueOf(request.getHeader().getKeyID()));
        try {
            if (request.verify(new ECDSAVerifier(key))) return;
        } catch (JOSEException notVerifiable) {
            throw new RequestRefused(AgentError.REQUEST_FORGED);
        }
        throw new RequestRefused(AgentError.REQUEST_FORGED);
    }

    /** A key that is known waits for nobody who asks for others. */
    private ECKey key(String id) {
        JWKSet known = keys;
        Optional<ECKey> key = known == null ? Optional.empty() : find(known, id);
        return key.or(() -> find(keysWith(id), id))
                .orElseThrow(() -> new RequestRefused(AgentError.REQUEST_FORGED));
    }

    private synchronized JWKSet keysWith(String id) {
        JWKSet known = keys;
        if (known != null && (find(known, id).isPresent() || !mayAskAgain())) return known;
        JWKSet now = fetched();
        keys = now;
        return now;
    }

    /** Anybody can make up names of keys: that is no reason to ask the issuer each time. */
    private boolean mayAskAgain() {
        Instant now = realTime.instant();
        if (askedAgain != null && Duration.between(askedAgain, now).abs().compareTo(PAUSE) < 0)
            return false;
        askedAgain = now;
        return true;
    }

    private static Optional<ECKey> find(JWKSet keys, String id) {
        return keys.getKeys().stream()
                .filter(key -> id.equals(key.getKeyID()))
                .filter(key -> key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                .filter(key ->
                        key.getAlgorithm() == null || key.getAlgorithm().equals(JWSAlgorithm.ES256))
                .filter(ECKey.class::isInstance)
                .map(ECKey.class::cast)
                .filter(key -> key.getCurve().equals(Curve.P_256))
                .findFirst();
    }

    private JWKSet fetched() {
        try {
            Web.Answer answer = web.get(keysAt);
            if (answer.status() == OK) return JWKSet.parse(answer.body());
        } catch (IOException | ParseException notReached) {
            throw new RequestRefused(AgentError.KEYS_NOT_REACHED);
        }
        throw new RequestRefused(AgentError.KEYS_NOT_REACHED);
    }
}

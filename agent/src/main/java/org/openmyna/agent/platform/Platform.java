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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.agent.error.AgentError;

/** One issuer that is trusted, and its keys as it publishes them. */
final class Platform {
    private static final String KEYS = "/protocol/openid-connect/certs";
    private static final int OK = 200;

    private final URI keysAt;
    private final Web web;
    private @Nullable JWKSet keys; // guarded by this

    Platform(String issuer, Web web) {
        this.keysAt = URI.create(issuer + KEYS);
        this.web = web;
    }

    /**
     * Checks the signature with the key that the request names and this issuer publishes. A name
     * that is not known is asked for once more: keys are exchanged.
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

    private synchronized ECKey key(String id) {
        if (keys != null) {
            Optional<ECKey> known = find(keys, id);
            if (known.isPresent()) return known.get();
        }
        keys = fetched();
        return find(keys, id).orElseThrow(() -> new RequestRefused(AgentError.REQUEST_FORGED));
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

package org.openmyna.trust.verifier.online;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.HashAlgorithm;

/**
 * How an {@link OcspClient} asks.
 *
 * @param responders address of each authority's responder; that of the signature authority is in no
 *     certificate (JPKI reference 3.3)
 * @param timeout for one question and its whole answer
 * @param nonce whether the answer must have been made for the question (RFC 9654); without it a
 *     responder may answer from its store, and nextUpdate alone guards against old answers
 * @param hash of issuer name and key in the question
 */
public record OcspSettings(
        Map<CaKind, URI> responders, Duration timeout, boolean nonce, HashAlgorithm hash) {
    public OcspSettings {
        responders = Map.copyOf(responders);
        if (timeout.isNegative() || timeout.isZero())
            throw new IllegalArgumentException("timeout must be positive");
    }

    /** With a nonce, SHA-256, and three seconds of patience. */
    public static OcspSettings standard(Map<CaKind, URI> responders) {
        return new OcspSettings(responders, Duration.ofSeconds(3), true, HashAlgorithm.SHA_256);
    }
}

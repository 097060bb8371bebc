package org.openmyna.trust.verifier;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openmyna.trust.profile.CaCertificate;

/**
 * Whom kept evidence may rest on: the authorities given, and in production those that the evidence
 * itself carries, if their fingerprints are the real ones.
 */
record Anchors(TrustMode mode, List<CaCertificate> given, Set<String> real) {
    Anchors {
        given = List.copyOf(given);
        if (!given.isEmpty()) new Pinned(mode, given, real); // says at once what is wrong with them
    }

    /** The pins for evidence of this issuer; without any the evidence proves nothing. */
    List<CaCertificate> with(CaCertificate issuer) {
        boolean isReal = mode == TrustMode.PRODUCTION && real.contains(Sha256.hexOf(issuer.der()));
        return isReal ? Stream.concat(given.stream(), Stream.of(issuer)).toList() : given;
    }
}

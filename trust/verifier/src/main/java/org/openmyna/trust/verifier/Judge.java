package org.openmyna.trust.verifier;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.openmyna.trust.profile.JpkiCertificate;

/** What the verifiers have in common: whom they trust, where status comes from, what is fresh. */
record Judge(
        Pinned pinned,
        Signatures signatures,
        StatusSource source,
        Freshness freshness,
        InstantSource clock) {

    CertificateSteps steps(Trail trail, Instant at) {
        return new CertificateSteps(pinned, signatures, source, freshness, trail, at);
    }

    void mustNotLieAhead(Instant at, Trail trail) {
        trail.require(
                VerifierCheck.VALIDITY,
                !at.isAfter(trail.now().plus(freshness.clockSkew())),
                VerifierError.VALIDATION_TIME_IN_THE_FUTURE,
                Map.of("at", at.toString()));
    }

    static ProvedCertificate proved(HandedIn leaf) {
        JpkiCertificate certificate = leaf.certificate();
        return new ProvedCertificate(
                certificate.kind(),
                certificate.hierarchy(),
                leaf.keyId(),
                certificate.serial(),
                certificate.commonName(),
                certificate.notBefore(),
                certificate.notAfter(),
                leaf.fingerprint());
    }
}

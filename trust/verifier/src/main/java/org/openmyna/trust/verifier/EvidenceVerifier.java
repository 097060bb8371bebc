package org.openmyna.trust.verifier;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertifiedFourItems;
import org.openmyna.trust.profile.Hierarchy;

/**
 * Gives a verdict of the past again, from its {@link EvidenceBundle} alone: nobody is asked, and
 * what has expired since is judged at the recorded time. Built by {@link
 * VerifierBuilder#evidence()}, used by any number of threads.
 */
public final class EvidenceVerifier {
    private final Anchors anchors;
    private final Signatures signatures;
    private final Freshness freshness;
    private final InstantSource clock;

    EvidenceVerifier(
            Anchors anchors, Signatures signatures, Freshness freshness, InstantSource clock) {
        this.anchors = anchors;
        this.signatures = signatures;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** Checks the evidence by itself: for a login, or where the content is not at hand. */
    public EvidenceVerdict verify(EvidenceBundle bundle) {
        return verify(bundle, Optional.empty());
    }

    /**
     * As the other, and that it is about this content.
     *
     * @param content the whole of what was signed
     */
    public EvidenceVerdict verify(EvidenceBundle bundle, byte[] content) {
        return verify(bundle, Optional.of(content));
    }

    private EvidenceVerdict verify(EvidenceBundle bundle, Optional<byte[]> content) {
        EvidenceBundle.Recorded recorded = bundle.recorded();
        Trail trail = new Trail(clock, recorded::judgedAt);
        try {
            times(recorded, trail);
            content.ifPresent(bytes -> content(recorded, bytes, trail));
            recorded.challenge()
                    .ifPresent(
                            challenge -> ChallengeSteps.step1_fresh(challenge, freshness, trail));
            CertificateSteps steps = steps(recorded, trail);
            var proof =
                    steps.prove(
                            recorded.certificate(),
                            recorded.key(),
                            scheme -> recorded.content(),
                            recorded.signature());
            Optional<CertifiedFourItems> items =
                    recorded.key() == CaKind.SIGNATURE
                            ? Optional.of(steps.step7_fourItems(proof.leaf()))
                            : Optional.empty();
            return new EvidenceVerdict.Holds(
                    Judge.proved(proof.leaf()),
                    recorded.challenge(),
                    items,
                    recorded.validAt(),
                    recorded.judgedAt(),
                    trail.evidence());
        } catch (Trail.Ended ended) {
            return new EvidenceVerdict.Refused(ended.refusal(), trail.evidence());
        }
    }

    /** What has passed; and a login is judged as of its own time, not as of an earlier one. */
    private void times(EvidenceBundle.Recorded recorded, Trail trail) {
        Map<String, String> times =
                Map.of(
                        "validAt", recorded.validAt().toString(),
                        "judgedAt", recorded.judgedAt().toString());
        Instant latest = clock.instant().plus(freshness.clockSkew());
        boolean possible =
                !recorded.judgedAt().isAfter(latest)
                        && !recorded.validAt()
                                .isAfter(recorded.judgedAt().plus(freshness.clockSkew()))
                        && recorded.challenge()
                                .filter(challenge ->
                                        recorded.validAt()
                                                .plus(freshness.clockSkew())
                                                .isBefore(challenge.issuedAt()))
                                .isEmpty();
        trail.require(
                VerifierCheck.EVIDENCE_TIME,
                possible,
                VerifierError.EVIDENCE_TIMES_IMPOSSIBLE,
                times);
        trail.passed(VerifierCheck.EVIDENCE_TIME, times);
    }

    private static void content(EvidenceBundle.Recorded recorded, byte[] bytes, Trail trail) {
        SignedContent shown = SignedContent.of(recorded.content().algorithm(), bytes);
        trail.require(
                VerifierCheck.EVIDENCE_CONTENT,
                Arrays.equals(shown.digest(), recorded.content().digest()),
                VerifierError.EVIDENCE_OF_OTHER_CONTENT,
                Map.of());
        trail.passed(VerifierCheck.EVIDENCE_CONTENT, Map.of());
    }

    private CertificateSteps steps(EvidenceBundle.Recorded recorded, Trail trail) {
        List<CaCertificate> pins = anchors.with(recorded.issuer());
        if (pins.isEmpty())
            throw trail.failed(
                    VerifierCheck.ISSUER_KEY,
                    recorded.issuer().hierarchy() == Hierarchy.TEST
                            ? VerifierError.CERTIFICATE_OF_TEST_HIERARCHY
                            : VerifierError.ISSUER_UNKNOWN,
                    Map.of());
        return new CertificateSteps(
                new Pinned(anchors.mode(), pins, anchors.real()),
                signatures,
                wanted -> recorded.status(),
                freshness,
                trail,
                recorded.validAt());
    }
}

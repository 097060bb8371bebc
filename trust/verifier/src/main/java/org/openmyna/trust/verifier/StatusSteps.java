package org.openmyna.trust.verifier;

import java.time.Instant;

/**
 * Step 6 of the JPKI reference 5.2: the status of one certificate, by a revocation list or by an
 * OCSP answer. Whatever is missing, old or not meant for this certificate ends the verification.
 */
final class StatusSteps {
    private final StatusSource source;
    private final Trail trail;
    private final ListSteps lists;
    private final AnswerSteps answers;

    StatusSteps(StatusSource source, Freshness freshness, Trail trail, Instant time) {
        this.source = source;
        this.trail = trail;
        this.lists = new ListSteps(freshness, trail, time);
        this.answers = new AnswerSteps(freshness, trail, time);
    }

    /** Answers what the verdict rests on. */
    StatusData step6_notRevoked(HandedIn leaf, Generation issuer) {
        StatusData data = source.find(new StatusSource.Wanted(leaf.certificate(), issuer.ca()));
        switch (data) {
            case StatusData.ByList(var list) -> lists.step6_notRevoked(leaf, issuer, list);
            case StatusData.ByAnswer answer -> answers.step6_notRevoked(leaf, issuer, answer);
            case StatusData.Missing(VerifierError why, var details) ->
                    throw trail.failed(VerifierCheck.STATUS_FOUND, why, details);
        }
        return data;
    }
}

package org.openmyna.trust.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.OcspCertStatus;
import org.openmyna.trust.profile.OcspCheck;
import org.openmyna.trust.profile.OcspDoubt;
import org.openmyna.trust.profile.OcspSingleResponse;

/** Step 6 of the JPKI reference 5.2 by an OCSP answer (RFC 6960 3.2). */
final class AnswerSteps {
    private final Freshness freshness;
    private final Trail trail;
    private final Instant time;

    AnswerSteps(Freshness freshness, Trail trail, Instant time) {
        this.freshness = freshness;
        this.trail = trail;
        this.time = time;
    }

    void step6_notRevoked(HandedIn leaf, Generation issuer, StatusData.ByAnswer data) {
        trail.passed(VerifierCheck.STATUS_FOUND, Map.of("by", "OCSP"));
        step6_askedAboutIt(leaf, issuer, data);
        OcspSingleResponse answer = step6_answered(issuer, data);
        step6_answerFresh(leaf, data.answer(), answer);
        step6_good(leaf, answer);
    }

    /** The question was about this certificate of this generation, and about no other. */
    private void step6_askedAboutIt(HandedIn leaf, Generation issuer, StatusData.ByAnswer data) {
        List<CertId> asked = data.asked().certIds();
        boolean aboutIt =
                asked.size() == 1
                        && asked.getFirst().isOf(issuer.ca())
                        && asked.getFirst()
                                .serial()
                                .equals(Optional.of(leaf.certificate().serial()));
        trail.require(
                VerifierCheck.OCSP_ANSWER_FITS,
                aboutIt,
                VerifierError.OCSP_ANSWER_OF_ANOTHER_CERTIFICATE,
                Map.of("asked", "another"));
    }

    /**
     * RFC 6960 3.2 (1) to (6): for this certificate, signed by a responder that this generation
     * authorised (4.2.2.2), in time. An answer made after the time is judged as of its making.
     */
    private OcspSingleResponse step6_answered(Generation issuer, StatusData.ByAnswer data) {
        BasicOcspResponse answer = data.answer();
        Map<String, String> made = Map.of("producedAt", answer.producedAt().toString());
        trail.require(
                VerifierCheck.OCSP_ANSWER_FRESH,
                !answer.producedAt().isAfter(trail.now().plus(freshness.clockSkew())),
                VerifierError.OCSP_ANSWER_FROM_THE_FUTURE,
                made);
        return switch (answer.check(
                issuer.ca(), data.asked(), judgedAt(answer), freshness.clockSkew())) {
            case OcspCheck.Sound(var answers) -> {
                trail.passed(VerifierCheck.OCSP_RESPONDER, made);
                trail.passed(VerifierCheck.OCSP_ANSWER_FITS, made);
                yield answers.getFirst();
            }
            case OcspCheck.Doubtful(OcspDoubt why) ->
                    throw switch (why) {
                        case RESPONDER_UNFIT, RESPONDER_FOREIGN, RESPONDER_EXPIRED, RESPONDER_ID ->
                                trail.failed(
                                        VerifierCheck.OCSP_RESPONDER,
                                        VerifierError.OCSP_RESPONDER_NOT_ENTITLED,
                                        Map.of("what", why.name()));
                        case SIGNATURE ->
                                trail.failed(
                                        VerifierCheck.OCSP_RESPONDER,
                                        VerifierError.OCSP_SIGNATURE_WRONG,
                                        made);
                        case NONCE ->
                                trail.failed(
                                        VerifierCheck.OCSP_ANSWER_FITS,
                                        VerifierError.OCSP_ANSWER_TO_ANOTHER_QUESTION,
                                        made);
                        case ANOTHER_CERTIFICATE ->
                                trail.failed(
                                        VerifierCheck.OCSP_ANSWER_FITS,
                                        VerifierError.OCSP_ANSWER_OF_ANOTHER_CERTIFICATE,
                                        made);
                        case TOO_OLD ->
                                trail.failed(
                                        VerifierCheck.OCSP_ANSWER_FRESH,
                                        VerifierError.OCSP_ANSWER_STALE,
                                        Map.of("thisUpdate", oldest(answer)));
                        case TOO_EARLY ->
                                trail.failed(
                                        VerifierCheck.OCSP_ANSWER_FRESH,
                                        VerifierError.OCSP_ANSWER_FROM_THE_FUTURE,
                                        made);
                    };
        };
    }

    private static String oldest(BasicOcspResponse answer) {
        return answer.answers().getFirst().thisUpdate().toString();
    }

    private Instant judgedAt(BasicOcspResponse answer) {
        return answer.producedAt().isAfter(time) ? answer.producedAt() : time;
    }

    /**
     * The policy's own age, beside nextUpdate. After its expiry a certificate is known only to
     * responders that say so (archiveCutoff, RFC 6960 4.4.4).
     */
    private void step6_answerFresh(
            HandedIn leaf, BasicOcspResponse answer, OcspSingleResponse single) {
        Map<String, String> dates =
                Map.of(
                        "thisUpdate", single.thisUpdate().toString(),
                        "nextUpdate", single.nextUpdate().map(Instant::toString).orElse("-"),
                        "producedAt", answer.producedAt().toString(),
                        "time", time.toString());
        Duration age = Duration.between(single.thisUpdate(), judgedAt(answer));
        trail.require(
                VerifierCheck.OCSP_ANSWER_FRESH,
                age.compareTo(freshness.answerAge()) <= 0,
                VerifierError.OCSP_ANSWER_STALE,
                dates);
        Instant expiry = leaf.certificate().notAfter();
        boolean known =
                !single.thisUpdate().isAfter(expiry)
                        || single.archiveCutoff().filter(from -> !from.isAfter(expiry)).isPresent();
        trail.require(
                VerifierCheck.OCSP_ANSWER_FRESH,
                known,
                VerifierError.OCSP_ANSWER_AFTER_EXPIRY,
                dates);
        trail.passed(VerifierCheck.OCSP_ANSWER_FRESH, dates);
    }

    private void step6_good(HandedIn leaf, OcspSingleResponse answer) {
        String serial = leaf.certificate().serial().toString();
        switch (answer.status()) {
            case OcspCertStatus.Good() -> {}
            case OcspCertStatus.Unknown() ->
                    throw trail.failed(
                            VerifierCheck.NOT_REVOKED,
                            VerifierError.STATUS_UNKNOWN,
                            Map.of("serial", serial));
            case OcspCertStatus.Revoked(Instant when, var reason) ->
                    trail.require(
                            VerifierCheck.NOT_REVOKED,
                            Revocations.areLater(reason, when, time, trail.now()),
                            VerifierError.CERTIFICATE_REVOKED,
                            Map.of(
                                    "serial", serial,
                                    "since", when.toString(),
                                    "reason", reason.name()));
        }
        trail.passed(
                VerifierCheck.NOT_REVOKED,
                Map.of("serial", serial, "dataOf", answer.thisUpdate().toString()));
    }
}

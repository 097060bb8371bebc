package org.openmyna.trust.authority.ocsp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.log.Sha256;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.authority.status.StatusIndex;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.OcspCertStatus;
import org.openmyna.trust.profile.OcspExtensionUnknown;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspRequestMalformed;
import org.openmyna.trust.profile.OcspSingleResponse;
import org.openmyna.trust.profile.RevocationReason;

/** Reads a request, looks up what it asks about, and signs the answer. */
final class SignedAnswers {
    private final Generations generations;
    private final StatusIndex index;
    private final DataTime dataTime;
    private final Responders responders;
    private final OcspSettings settings;
    private final AnswerClock clock;

    SignedAnswers(
            Generations generations,
            StatusIndex index,
            DataTime dataTime,
            Responders responders,
            OcspSettings settings,
            AnswerClock clock) {
        this.generations = generations;
        this.index = index;
        this.dataTime = dataTime;
        this.responders = responders;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An answer that was just signed.
     *
     * @param until first moment at which it is not given out any more
     */
    record Signed(
            OcspAnswer answer,
            Generation generation,
            List<CertificateStatus> statuses,
            boolean mayBeKept,
            Instant producedAt,
            Instant until) {
        KeptAnswers.Kept kept(byte[] certId, Object epoch, int stamp) {
            return new KeptAnswers.Kept(
                    certId,
                    generation.id(),
                    answer,
                    statuses.getFirst(),
                    epoch,
                    stamp,
                    producedAt.toEpochMilli(),
                    until.toEpochMilli());
        }
    }

    /**
     * @throws OcspRefused where the answer is another than successful
     */
    Signed answer(byte[] request, Asker asker) {
        OcspRequest question = read(request);
        Generation generation = oneGeneration(question.certIds());
        Instant asked = clock.now();
        asker.mustMayAsk(generation.ca(), asked);
        if (generation.certificate().notAfter().isBefore(asked)) {
            throw new OcspRefused(Refusal.UNAUTHORIZED);
        }
        // before any status, so that what is told is at least as new as it says
        Instant data = dataTime.mustBeFresh();
        Instant producedAt = clock.notBefore(data);
        Responder responder =
                responders
                        .usable(generation, producedAt)
                        .orElseThrow(() -> new OcspRefused(Refusal.TRY_LATER));
        return sign(question, generation, responder, data);
    }

    private OcspRequest read(byte[] request) {
        try {
            OcspRequest question = OcspRequest.parse(request, settings.maxRequestBytes());
            if (question.certIds().size() <= settings.maxCertificates()) {
                return question;
            }
        } catch (OcspRequestMalformed | OcspExtensionUnknown notForUs) {
            throw new OcspRefused(Refusal.MALFORMED_REQUEST);
        }
        throw new OcspRefused(Refusal.MALFORMED_REQUEST);
    }

    /** Whoever asks about several issuers, or others than ours, gets nothing. */
    private Generation oneGeneration(List<CertId> certIds) {
        Generation first = generation(certIds.getFirst());
        for (CertId other : certIds) {
            if (!other.isOf(first.certificate())) {
                throw new OcspRefused(Refusal.UNAUTHORIZED);
            }
        }
        return first;
    }

    private Generation generation(CertId certId) {
        for (Generation generation : generations.all()) {
            if (certId.isOf(generation.certificate())) {
                return generation;
            }
        }
        throw new OcspRefused(Refusal.UNAUTHORIZED);
    }

    private Signed sign(
            OcspRequest question, Generation generation, Responder responder, Instant data) {
        List<CertificateStatus> statuses = new ArrayList<>(question.certIds().size());
        Instant thisUpdate = data;
        for (CertId certId : question.certIds()) {
            CertificateStatus status = status(generation, certId);
            statuses.add(status);
            // the index may know of something newer than the moment up to which it knows all
            if (status instanceof CertificateStatus.Revoked(Instant when, _)
                    && when.isAfter(thisUpdate)) {
                thisUpdate = when;
            }
        }
        Instant producedAt = clock.notBefore(thisUpdate);
        Instant nextUpdate = thisUpdate.plus(settings.validity());
        byte[] der =
                responder
                        .writer()
                        .write(
                                producedAt,
                                singles(question.certIds(), statuses, generation, thisUpdate),
                                question.nonce());
        boolean keepable = isKeepable(question, statuses);
        return new Signed(
                new OcspAnswer(der, caching(der, keepable, thisUpdate, nextUpdate)),
                generation,
                List.copyOf(statuses),
                keepable,
                producedAt,
                earliest(
                        producedAt.plus(settings.kept()),
                        nextUpdate,
                        responder.notAfter().plusSeconds(1)));
    }

    private CertificateStatus status(Generation generation, CertId certId) {
        return certId.serial()
                .map(serial -> index.statusOf(generation.id(), serial))
                .orElseGet(CertificateStatus.Unknown::new);
    }

    private List<OcspSingleResponse> singles(
            List<CertId> certIds,
            List<CertificateStatus> statuses,
            Generation generation,
            Instant thisUpdate) {
        List<OcspSingleResponse> singles = new ArrayList<>(certIds.size());
        for (int n = 0; n < certIds.size(); n++) {
            singles.add(single(certIds.get(n), statuses.get(n), generation, thisUpdate));
        }
        return singles;
    }

    /**
     * The archive cutoff is the beginning of the generation (RFC 6960 4.4.4): whatever it issued is
     * remembered, expired or not.
     */
    private OcspSingleResponse single(
            CertId certId, CertificateStatus status, Generation generation, Instant thisUpdate) {
        OcspSingleResponse single =
                OcspSingleResponse.of(
                        certId, told(status), thisUpdate, thisUpdate.plus(settings.validity()));
        return status instanceof CertificateStatus.Unknown
                ? single
                : single.withArchiveCutoff(generation.certificate().notBefore());
    }

    private static OcspCertStatus told(CertificateStatus status) {
        return switch (status) {
            case CertificateStatus.Good() -> new OcspCertStatus.Good();
            case CertificateStatus.Revoked(Instant when, RevocationReason reason) ->
                    new OcspCertStatus.Revoked(when, reason);
            case CertificateStatus.Unknown() -> new OcspCertStatus.Unknown();
        };
    }

    /** About one certificate that somebody has: what is unknown may be issued in a moment. */
    private boolean isKeepable(OcspRequest question, List<CertificateStatus> statuses) {
        return settings.mode() == OcspMode.PRESIGNED
                && question.nonce().isEmpty()
                && statuses.size() == 1
                && !(statuses.getFirst() instanceof CertificateStatus.Unknown);
    }

    /** Where only registered verifiers may ask, no cache may answer in our place. */
    private Optional<OcspAnswer.Caching> caching(
            byte[] der, boolean keepable, Instant thisUpdate, Instant nextUpdate) {
        return keepable && settings.access() == OcspAccess.OPEN
                ? Optional.of(new OcspAnswer.Caching(etag(der), thisUpdate, nextUpdate))
                : Optional.empty();
    }

    private static String etag(byte[] der) {
        return '"' + HexFormat.of().formatHex(Sha256.of(der)) + '"';
    }

    private static Instant earliest(Instant first, Instant... others) {
        Instant earliest = first;
        for (Instant other : others) {
            earliest = other.isBefore(earliest) ? other : earliest;
        }
        return earliest;
    }
}

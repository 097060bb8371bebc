package org.openmyna.trust.profile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The answer about one certificate (SingleResponse, RFC 6960 4.2.1). Fractions of a second are
 * dropped: GeneralizedTime has none here.
 *
 * @param thisUpdate the moment as of which the status is known
 * @param nextUpdate from when on there is newer knowledge; empty: there always is
 * @param archiveCutoff since when the responder remembers revocations of certificates that have
 *     expired (4.4.4)
 */
public record OcspSingleResponse(
        CertId certId,
        OcspCertStatus status,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        Optional<Instant> archiveCutoff) {
    /**
     * @throws OcspNotWritable if a moment is not of 1950 to 9999, or nextUpdate before thisUpdate
     *     (MYNA-PRF-035)
     */
    public OcspSingleResponse {
        Instant from = writable(thisUpdate);
        thisUpdate = from;
        nextUpdate = nextUpdate.map(OcspSingleResponse::writable);
        archiveCutoff = archiveCutoff.map(OcspSingleResponse::writable);
        if (nextUpdate.filter(to -> to.isBefore(from)).isPresent()) {
            throw new OcspNotWritable("nextUpdate before thisUpdate");
        }
    }

    /** An answer without archive cutoff, which is for certificates that have expired. */
    public static OcspSingleResponse of(
            CertId certId, OcspCertStatus status, Instant thisUpdate, Instant nextUpdate) {
        return new OcspSingleResponse(
                certId, status, thisUpdate, Optional.of(nextUpdate), Optional.empty());
    }

    public OcspSingleResponse withArchiveCutoff(Instant cutoff) {
        return new OcspSingleResponse(certId, status, thisUpdate, nextUpdate, Optional.of(cutoff));
    }

    static Instant writable(Instant moment) {
        if (!DerTime.canSay(moment.getEpochSecond())) {
            throw new OcspNotWritable("date: not of 1950 to 9999");
        }
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}

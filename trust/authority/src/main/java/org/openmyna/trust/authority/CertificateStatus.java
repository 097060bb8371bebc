package org.openmyna.trust.authority;

import java.time.Instant;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.RevocationReason;

/**
 * What the authority knows of a serial (RFC 6960 2.2). Whether its time is over is not a status.
 */
public sealed interface CertificateStatus {
    /** Issued and not revoked. */
    record Good() implements CertificateStatus {}

    /** Revoked, for good: a hold is final too (reference 3.2). */
    record Revoked(Instant when, RevocationReason reason) implements CertificateStatus {}

    /** Never issued by this authority. */
    record Unknown() implements CertificateStatus {}
}

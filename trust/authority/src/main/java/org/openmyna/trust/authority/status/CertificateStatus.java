package org.openmyna.trust.authority.status;

import java.time.Instant;
import org.openmyna.trust.profile.RevocationReason;

/** What an authority says about a serial (RFC 6960 2.2). */
public sealed interface CertificateStatus {
    /** Delivered, and neither revoked nor held. */
    record Good() implements CertificateStatus {}

    /** A hold is a revocation with the reason {@link RevocationReason#CERTIFICATE_HOLD}. */
    record Revoked(Instant when, RevocationReason reason) implements CertificateStatus {}

    /** Never issued by this key, or not delivered yet. */
    record Unknown() implements CertificateStatus {}
}

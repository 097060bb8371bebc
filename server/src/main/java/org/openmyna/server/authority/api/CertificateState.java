package org.openmyna.server.authority.api;

import java.time.Instant;
import java.util.Optional;
import org.openmyna.trust.profile.RevocationReason;

/**
 * What verifiers are told about a certificate.
 *
 * @param revokedAt legal time, if it is revoked or on hold
 * @param reason if it is revoked or on hold
 */
public record CertificateState(
        String serial, Kind kind, Optional<Instant> revokedAt, Optional<RevocationReason> reason) {
    /** RFC 6960 2.2. */
    public enum Kind {
        GOOD,
        REVOKED,
        UNKNOWN
    }
}

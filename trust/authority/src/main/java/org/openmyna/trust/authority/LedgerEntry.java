package org.openmyna.trust.authority;

import java.time.Instant;
import java.util.Optional;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** One thing that happened to an authority and may never be forgotten. */
sealed interface LedgerEntry {
    /** Always the first, and only there. */
    record Established(CaKind kind, Hierarchy hierarchy) implements LedgerEntry {}

    /** A key was made and signed its own certificate. */
    record Generation(CaCertificate certificate) implements LedgerEntry {}

    record Issued(JpkiCertificate certificate, Optional<HolderId> holder) implements LedgerEntry {}

    record Revoked(CertificateSerial serial, Instant when, RevocationReason reason)
            implements LedgerEntry {}

    /**
     * A revocation list was made.
     *
     * @param scope {@code prefecture/municipality} of the point, or {@code *} for all users
     */
    record Listed(long number, Instant when, String scope) implements LedgerEntry {}
}

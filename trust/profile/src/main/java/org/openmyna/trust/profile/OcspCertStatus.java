package org.openmyna.trust.profile;

import java.time.Instant;

/** What an OCSP response says of one certificate (CertStatus, RFC 6960 4.2.1). */
public sealed interface OcspCertStatus {
    /** Issued, and not revoked. */
    record Good() implements OcspCertStatus {}

    /**
     * Revoked, or held.
     *
     * @param reason the CRLReason is not written when it is {@code UNSPECIFIED}
     */
    record Revoked(Instant when, RevocationReason reason) implements OcspCertStatus {
        /**
         * Fractions of a second are dropped: GeneralizedTime has none here.
         *
         * @throws OcspNotWritable if the moment is not of 1950 to 9999 (MYNA-PRF-035)
         */
        public Revoked {
            when = OcspSingleResponse.writable(when);
        }
    }

    /** Nothing is known of such a certificate. */
    record Unknown() implements OcspCertStatus {}
}

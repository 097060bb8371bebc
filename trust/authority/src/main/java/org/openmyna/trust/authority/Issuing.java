package org.openmyna.trust.authority;

import java.time.Instant;
import java.util.Optional;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.JpkiCertificate;

/**
 * A request for a certificate, as it stands.
 *
 * @param generation id of the key generation that signs it
 * @param certificate present from {@link IssuingState#CERTIFIED} on
 * @param changedAt date of the last step
 */
public record Issuing(
        RequestId request,
        HolderId holder,
        CertificateMedium medium,
        IssuingState state,
        short generation,
        CertificateSerial serial,
        Optional<JpkiCertificate> certificate,
        Instant changedAt) {}

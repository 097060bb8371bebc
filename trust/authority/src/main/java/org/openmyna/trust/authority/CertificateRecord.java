package org.openmyna.trust.authority;

import java.time.Instant;
import java.util.Optional;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * What the authority keeps of a certificate, without its contents.
 *
 * @param office municipality of issue, five digits
 * @param point {@code prefecture/municipality} of its distribution point
 * @param notBefore present once it was signed, as {@code notAfter} and {@code commonName}
 * @param status what verifiers are told, from the log
 * @param changedAt date of the last step of issuing
 */
public record CertificateRecord(
        short generation,
        CertificateSerial serial,
        IssuingState state,
        RequestId request,
        HolderId holder,
        String office,
        String point,
        CertificateMedium medium,
        Optional<Instant> notBefore,
        Optional<Instant> notAfter,
        Optional<String> commonName,
        CertificateStatus status,
        Instant changedAt) {}

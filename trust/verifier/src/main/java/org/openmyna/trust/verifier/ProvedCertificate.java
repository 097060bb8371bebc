package org.openmyna.trust.verifier;

import java.time.Instant;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.Hierarchy;

/**
 * The certificate of an accepted answer. Kind, issuer key and serial together name it for good; a
 * platform keeps accounts by them and links them over renewals by other means.
 *
 * @param kind signature or user authentication
 * @param hierarchy test or production
 * @param issuerKeyId key identifier of the issuing generation, lower-case hexadecimal
 * @param serial issue number (発行の番号)
 * @param commonName CN of the subject: no name of a person in either kind
 * @param notBefore first instant of validity
 * @param notAfter last instant of validity
 * @param fingerprint SHA-256 of the certificate, lower-case hexadecimal
 */
public record ProvedCertificate(
        CaKind kind,
        Hierarchy hierarchy,
        String issuerKeyId,
        CertificateSerial serial,
        String commonName,
        Instant notBefore,
        Instant notAfter,
        String fingerprint) {}

package org.openmyna.server.authority.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.profile.IssuingOffice;

/**
 * The order of a 署名用電子証明書.
 *
 * @param certificationRequest PKCS#10, DER
 * @param birthDate as the certificate writes it
 * @param cardLastDay last day of the card's validity
 * @param renewing end of the one whose place it takes
 * @param userAuthenticationEnd end of the login certificate beside it
 */
public record CertifySignature(
        byte[] certificationRequest,
        String name,
        String address,
        String birthDate,
        Sex sex,
        IssuingOffice office,
        LocalDate cardLastDay,
        Optional<Instant> renewing,
        Optional<Instant> userAuthenticationEnd) {
    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "CertifySignature[hidden]";
    }
}

package org.openmyna.server.authority.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openmyna.trust.profile.IssuingOffice;

/**
 * The order of a 利用者証明用電子証明書.
 *
 * @param certificationRequest PKCS#10, DER
 * @param birthDate as the certificate writes it; decides how long it lives
 * @param cardLastDay last day of the card's validity
 * @param renewing end of the one whose place it takes
 */
public record CertifyUserAuthentication(
        byte[] certificationRequest,
        String birthDate,
        IssuingOffice office,
        LocalDate cardLastDay,
        Optional<Instant> renewing) {
    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "CertifyUserAuthentication[hidden]";
    }
}

package org.openmyna.trust.authority;

import java.time.Instant;
import java.time.LocalDate;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.ValidityRule;

/**
 * What a municipality sends to get a 利用者証明用電子証明書. The birth date only decides how long it lives.
 * Who holds it was said in the {@link Reservation}.
 */
public record UserAuthenticationCertificateApplication(
        CertificationRequest request, IssuingOffice office, ValidityRule validity) {
    public static UserAuthenticationCertificateApplication first(
            CertificationRequest request,
            IssuingOffice office,
            JapaneseDate birthDate,
            LocalDate cardLastDay) {
        return new UserAuthenticationCertificateApplication(
                request, office, ValidityRule.first(birthDate, cardLastDay));
    }

    /** It takes the place of one that ends then. */
    public UserAuthenticationCertificateApplication renewing(Instant end) {
        return new UserAuthenticationCertificateApplication(
                request, office, validity.renewing(end));
    }

    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "UserAuthenticationCertificateApplication[hidden]";
    }
}

package org.openmyna.trust.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.ValidityRule;

/**
 * What a municipality sends to get a 利用者証明用電子証明書. The birth date only decides how long it lives.
 *
 * @param holder bars a second living certificate of the same person; without it nothing is barred
 */
public record UserAuthenticationCertificateApplication(
        CertificationRequest request,
        IssuingOffice office,
        ValidityRule validity,
        Optional<HolderId> holder) {
    public static UserAuthenticationCertificateApplication first(
            CertificationRequest request,
            IssuingOffice office,
            JapaneseDate birthDate,
            LocalDate cardLastDay) {
        return new UserAuthenticationCertificateApplication(
                request, office, ValidityRule.first(birthDate, cardLastDay), Optional.empty());
    }

    /** It takes the place of one that ends then. */
    public UserAuthenticationCertificateApplication renewing(Instant end) {
        return new UserAuthenticationCertificateApplication(
                request, office, validity.renewing(end), holder);
    }

    public UserAuthenticationCertificateApplication heldBy(HolderId id) {
        return new UserAuthenticationCertificateApplication(
                request, office, validity, Optional.of(id));
    }
}

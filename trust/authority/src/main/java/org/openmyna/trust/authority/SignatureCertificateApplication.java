package org.openmyna.trust.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openmyna.kernel.FourItems;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.ValidityRule;

/**
 * What a municipality sends to get a 署名用電子証明書. The officer has checked the person's identity; the
 * authority believes the office and checks the key. Who holds it was said in the {@link
 * Reservation}.
 *
 * @param userAuthenticationEnd when the holder's login certificate ends, if there is one
 */
public record SignatureCertificateApplication(
        CertificationRequest request,
        FourItems fourItems,
        IssuingOffice office,
        ValidityRule validity,
        Optional<Instant> userAuthenticationEnd) {
    /** A first certificate of somebody who has no login certificate. */
    public static SignatureCertificateApplication first(
            CertificationRequest request,
            FourItems fourItems,
            IssuingOffice office,
            LocalDate cardLastDay) {
        return new SignatureCertificateApplication(
                request,
                fourItems,
                office,
                ValidityRule.first(fourItems.birthDate(), cardLastDay),
                Optional.empty());
    }

    /** It will not outlive the login certificate on the same card. */
    public SignatureCertificateApplication besideUserAuthenticationUntil(Instant end) {
        return new SignatureCertificateApplication(
                request, fourItems, office, validity, Optional.of(end));
    }

    /** It takes the place of one that ends then. */
    public SignatureCertificateApplication renewing(Instant end) {
        return new SignatureCertificateApplication(
                request, fourItems, office, validity.renewing(end), userAuthenticationEnd);
    }

    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "SignatureCertificateApplication[hidden]";
    }
}

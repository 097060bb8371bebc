package org.openmyna.trust.authority;

import java.util.Optional;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.RevocationReason;

/**
 * The first step of issuing: who shall get a certificate, where, on what.
 *
 * @param office the counter of the municipality of issue; it gives the distribution point
 * @param replacing if the holder has a living certificate of this kind on this medium: the reason
 *     with which it is revoked when the new one becomes active; without it a living one bars a new
 */
public record Reservation(
        RequestId request,
        HolderId holder,
        IssuingOffice office,
        CertificateMedium medium,
        Optional<RevocationReason> replacing) {
    /** For a card, barred by a living certificate. */
    public static Reservation onCard(RequestId request, HolderId holder, IssuingOffice office) {
        return new Reservation(request, holder, office, CertificateMedium.CARD, Optional.empty());
    }

    /** The same for a phone. */
    public Reservation onPhone() {
        return new Reservation(request, holder, office, CertificateMedium.PHONE, replacing);
    }

    /** It takes the place of the living certificate, which is revoked with this reason then. */
    public Reservation replacing(RevocationReason reason) {
        return new Reservation(request, holder, office, medium, Optional.of(reason));
    }
}

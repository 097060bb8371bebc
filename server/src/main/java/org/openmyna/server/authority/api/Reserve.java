package org.openmyna.server.authority.api;

import java.util.Optional;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.RevocationReason;

/**
 * The order of a reservation.
 *
 * @param request name of the request, given by the caller
 * @param holder who gets it, as the caller knows the person; never a My Number
 * @param replacing reason with which a living certificate ends when the new one becomes active
 */
public record Reserve(
        String request,
        String holder,
        IssuingOffice office,
        CertificateMedium medium,
        Optional<RevocationReason> replacing) {}

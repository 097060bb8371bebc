package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The other machine did not answer (MYNA-SRV-015). */
public final class OrganisationNotReached extends MynaException {
    public OrganisationNotReached(String address, String reason, Throwable cause) {
        super(
                ServerError.ORGANISATION_NOT_REACHED,
                Map.of("address", address, "reason", reason),
                cause);
    }
}

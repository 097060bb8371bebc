package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** An organisation of this machine needs another that is not here (MYNA-SRV-033). */
public final class OrganisationMissing extends MynaException {
    public OrganisationMissing(String needed) {
        super(ServerError.ORGANISATION_MISSING, Map.of("needed", needed));
    }
}

package org.openmyna.trust.authority.ocsp;

import java.sql.SQLException;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The database did not do what OCSP needs (MYNA-OCS-004). */
public final class OcspDatabaseFailed extends MynaException {
    OcspDatabaseFailed(SQLException cause) {
        super(
                OcspError.OCSP_DATABASE_FAILED,
                Map.of("reason", String.valueOf(cause.getMessage())),
                cause);
    }
}

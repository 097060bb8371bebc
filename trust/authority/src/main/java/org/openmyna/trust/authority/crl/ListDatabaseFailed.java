package org.openmyna.trust.authority.crl;

import java.sql.SQLException;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The database did not do what publication needs (MYNA-CRL-002). */
public final class ListDatabaseFailed extends MynaException {
    ListDatabaseFailed(SQLException cause) {
        super(
                CrlError.LIST_DATABASE_FAILED,
                Map.of("reason", String.valueOf(cause.getMessage())),
                cause);
    }
}

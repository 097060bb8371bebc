package org.openmyna.server.residents;

import java.sql.SQLException;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The database refused (MYNA-RES-034). */
public final class RegisterNotReached extends MynaException {
    RegisterNotReached(SQLException cause) {
        super(
                ResidentError.REGISTER_NOT_REACHED,
                Map.of("state", String.valueOf(cause.getSQLState())),
                cause);
    }
}

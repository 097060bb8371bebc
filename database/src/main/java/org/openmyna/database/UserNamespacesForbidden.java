package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** We are root or nameless, and cannot become somebody else for PostgreSQL (MYNA-DBS-002). */
public final class UserNamespacesForbidden extends MynaException {
    UserNamespacesForbidden(String reason) {
        super(DatabaseError.USER_NAMESPACES_FORBIDDEN, Map.of("reason", reason));
    }
}

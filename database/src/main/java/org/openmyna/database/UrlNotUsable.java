package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/**
 * Not a URL of PostgreSQL with user and password (MYNA-DBS-021). The URL may be a secret: it is not
 * repeated.
 */
public final class UrlNotUsable extends MynaException {
    UrlNotUsable() {
        super(DatabaseError.URL_NOT_USABLE, Map.of());
    }
}

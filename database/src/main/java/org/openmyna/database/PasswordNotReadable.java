package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** There is data, but no password to it (MYNA-DBS-009). */
public final class PasswordNotReadable extends MynaException {
    PasswordNotReadable(String file) {
        super(DatabaseError.PASSWORD_NOT_READABLE, Map.of("file", file));
    }
}

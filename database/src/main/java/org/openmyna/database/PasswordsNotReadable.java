package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** There is data, but no password to it (MYNA-DBS-009). */
public final class PasswordsNotReadable extends MynaException {
    PasswordsNotReadable(String file) {
        super(DatabaseError.PASSWORDS_NOT_READABLE, Map.of("file", file));
    }
}

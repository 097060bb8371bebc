package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Not a name for an organisation and its schema (MYNA-DBS-026). */
public final class OrganisationNameRefused extends MynaException {
    OrganisationNameRefused(String name) {
        super(DatabaseError.ORGANISATION_NAME_REFUSED, Map.of("name", name));
    }
}

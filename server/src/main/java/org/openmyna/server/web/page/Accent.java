package org.openmyna.server.web.page;

import java.util.Locale;

/** The colour of the stripe under the header; it never tells more than the service's name does. */
public enum Accent {
    PORTAL,
    CITY,
    KIOSK,
    TAX,
    PRIVATE,
    STAFF;

    /** In {@code data-accent}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}

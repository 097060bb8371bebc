package org.openmyna.server.web.page;

import java.util.Locale;

/** What a page is seen on: how large its targets are. */
public enum Surface {
    WEB,
    STAFF,
    KIOSK,
    TERMINAL;

    /** In {@code data-surface}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}

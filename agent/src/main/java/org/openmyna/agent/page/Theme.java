package org.openmyna.agent.page;

import java.util.Locale;

/** Colours of a page. */
public enum Theme {
    /** As the browser prefers. */
    AUTO,
    LIGHT,
    DARK,
    /** White on black, at least 7 to 1. */
    CONTRAST;

    /** In the cookie and in {@code data-theme}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}

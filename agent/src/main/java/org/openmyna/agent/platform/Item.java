package org.openmyna.agent.platform;

import java.util.Locale;

/** One of the four items 基本4情報, as scopes name them. */
public enum Item {
    NAME,
    ADDRESS,
    BIRTHDATE,
    GENDER;

    /** As a request names it. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.openmyna.server.house;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The organisations of the country; a machine certificate names one as its common name. */
public enum Organisation {
    RESIDENTS,
    NUMBERS,
    CARDS,
    COUNTER,
    AUTHORITY,
    PLATFORM,
    LINKAGE,
    WELFARE,
    PORTAL,
    TAX,
    STORE,
    FORMS,
    BUSINESS,
    WORKPLACE,
    SANDBOX;

    /** As certificates and tables write it, in small letters. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Organisation> ofId(String id) {
        return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}

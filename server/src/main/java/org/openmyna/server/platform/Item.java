package org.openmyna.server.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One of the four items (基本4情報), each a scope of its own. */
public enum Item {
    NAME,
    ADDRESS,
    BIRTHDATE,
    GENDER;

    static final String OPENID = "openid";

    /** All scopes that there are. */
    static final List<String> SCOPES = scopes();

    private static List<String> scopes() {
        List<String> all = new ArrayList<>(List.of(OPENID));
        for (Item each : values()) all.add(each.scope());
        return List.copyOf(all);
    }

    /** Scope and claim. */
    String scope() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those asked for, in the order of the card. */
    static List<Item> of(Collection<String> scopes) {
        return Stream.of(values()).filter(each -> scopes.contains(each.scope())).toList();
    }
}

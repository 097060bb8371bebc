package org.openmyna.server.sandbox.home;

import org.openmyna.server.web.Origin;

/**
 * A service on the home page. Texts: {@code tile.<id>}, {@code tile.<id>.text}, {@code
 * tile.<id>.for}.
 *
 * @param path where it begins, at its origin
 */
record Tile(String id, Origin origin, String path, State state) {
    /** Whether it leads somewhere; a word says it, beside the dot. */
    enum State {
        READY,
        SOON,
        FAULT;

        String token() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean leads() {
        return state == State.READY;
    }
}

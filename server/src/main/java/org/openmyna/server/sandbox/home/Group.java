package org.openmyna.server.sandbox.home;

import java.util.List;

/** Services that belong together; its name is {@code group.<id>}. */
record Group(String id, List<Tile> tiles) {
    Group {
        tiles = List.copyOf(tiles);
    }
}

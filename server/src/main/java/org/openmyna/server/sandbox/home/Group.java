package org.openmyna.server.sandbox.home;

import java.util.List;

/** Services that belong together; its name is {@code group.<id>}. */
record Group(String id, List<Tile> tiles) {
    Group {
        tiles = List.copyOf(tiles);
    }

    /** Where the map leads: the first that leads anywhere. */
    Tile first() {
        return tiles.stream().filter(Tile::leads).findFirst().orElse(tiles.getFirst());
    }
}

package org.openmyna.server.sandbox.home;

import java.util.List;
import org.openmyna.server.web.Origin;

/**
 * What the home page shows.
 *
 * @param residents whether there is a picker to lead to
 * @param clock whether there is a time machine to lead to
 * @param parts of the machine and whether they are well, by name
 */
record Home(boolean residents, boolean clock, List<Group> groups, List<Part> parts) {
    /** A part of the machine; its name is {@code part.<id>}. */
    record Part(String id, boolean well) {}

    /** Steps of a guided tour; it can be walked when its service leads somewhere. */
    record Tour(String id, int steps) {}

    static final List<Tour> TOURS =
            List.of(
                    new Tour("move", 5),
                    new Tour("certificate", 8),
                    new Tour("tax", 6),
                    new Tour("lost", 4));

    Home {
        groups = List.copyOf(groups);
        parts = List.copyOf(parts);
    }

    List<Tour> tours() {
        return TOURS;
    }

    /** The counter is where a tour about moving is walked. */
    boolean walkable(Tour tour) {
        return tour.id().equals("move") && leads(Origin.COUNTER);
    }

    boolean leads(Origin origin) {
        return groups.stream()
                .flatMap(group -> group.tiles().stream())
                .anyMatch(tile -> tile.leads() && tile.origin() == origin);
    }
}

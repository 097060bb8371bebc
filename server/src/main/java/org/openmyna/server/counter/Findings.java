package org.openmyna.server.counter;

import java.util.List;
import org.openmyna.server.residents.api.Found;
import org.openmyna.server.residents.api.Standing;

/**
 * What came of a search.
 *
 * @param asked whether somebody searched at all
 * @param more whether there are more people than are shown
 */
record Findings(boolean asked, List<Found> people, boolean more) {
    static final int MOST = 50;

    static final Findings NONE_YET = new Findings(false, List.of(), false);

    Findings {
        people = List.copyOf(people);
    }

    /** Whether somebody left a municipality and may move in here. */
    boolean left(Found found) {
        return found.standing() == Standing.MOVED_OUT || found.standing() == Standing.ABROAD;
    }

    static Findings of(List<Found> found) {
        return new Findings(
                true, found.subList(0, Math.min(MOST, found.size())), found.size() > MOST);
    }
}

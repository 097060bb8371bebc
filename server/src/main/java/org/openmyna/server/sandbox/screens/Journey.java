package org.openmyna.server.sandbox.screens;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * From one day to another: what fires on the way.
 *
 * @param counts by what happens; not in it what does not
 * @param firings the earliest, at most {@link #SHOWN}
 * @param more that counts end where the others stopped telling
 */
record Journey(
        LocalDate from,
        LocalDate to,
        Map<String, Integer> counts,
        List<Firing> firings,
        boolean more) {
    static final int SHOWN = 50;

    Journey {
        counts = Map.copyOf(counts);
        firings = List.copyOf(firings);
    }

    /** In the order in which pages show them. */
    static final List<String> ORDER =
            List.of("move_in", "show_card", "stay", "protection", "card", "sign", "login");

    List<String> happening() {
        return ORDER.stream().filter(counts::containsKey).toList();
    }

    int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}

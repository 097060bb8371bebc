package org.openmyna.server.sandbox.screens;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that happens by itself on the way.
 *
 * @param what {@code move_in}, {@code show_card}, {@code stay}, {@code protection}, {@code card},
 *     {@code sign} or {@code login}; the words are {@code firing.<what>}
 * @param lastDay on which it is not so yet
 * @param name of the person, if there still is one
 */
record Firing(String what, LocalDate lastDay, long person, Optional<String> name)
        implements Comparable<Firing> {
    @Override
    public int compareTo(Firing other) {
        int byDay = lastDay.compareTo(other.lastDay);
        return byDay != 0 ? byDay : Long.compare(person, other.person);
    }
}

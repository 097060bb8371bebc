package org.openmyna.server.counter;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a case may be about: a line of a dated table.
 *
 * @param validTo first day on which it is not possible any more
 */
record Affair(
        String id,
        String japanese,
        String english,
        String law,
        LocalDate validFrom,
        Optional<LocalDate> validTo) {
    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && validTo.map(day::isBefore).orElse(true);
    }

    /** In the language of a page. */
    String name(boolean inEnglish) {
        return inEnglish ? english : japanese;
    }
}

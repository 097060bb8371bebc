package org.openmyna.server.residents.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person on both axes of time: what was true when, and since when the register knew it.
 *
 * @param notices in the order of their recording
 * @param versions all that the register ever held, in the order of their recording, then of their
 *     days
 */
public record History(List<RecordedNotice> notices, List<Version> versions) {
    public History {
        notices = List.copyOf(notices);
        versions = List.copyOf(versions);
    }

    /**
     * @param validTo first day on which it is not true any more; none: until further notice
     * @param knownTo from when on the register knew better; none: it still holds this
     */
    public record Version(
            ResidentRecord record,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            Instant knownFrom,
            Optional<Instant> knownTo) {}
}

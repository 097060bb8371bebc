package org.openmyna.server.residents.api;

import java.time.LocalDate;

/**
 * Something that happens by itself when the day is over, unless somebody acts before.
 *
 * @param lastDay on which it can still be averted
 */
public record Deadline(ResidentId person, Kind kind, LocalDate lastDay, String law) {
    /** What happens then. */
    public enum Kind {
        /** No move-in notice: the card and both certificates lapse. */
        MOVE_IN,
        /** The card was not shown after a move-in: it lapses with both certificates. */
        SHOW_CARD,
        /** The period of stay ends. */
        STAY,
        /** A measure of protection ends. */
        PROTECTION
    }
}

package org.openmyna.server.numbers.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An affair in which My Number may be used: a line of the dated table.
 *
 * @param body organisation that may
 * @param field SOCIAL_SECURITY, TAX, DISASTER, ORDINANCE, EMPLOYER or REGISTER
 * @param validTo first day on which it is not permitted any more
 */
public record Affair(
        String procedure,
        String body,
        Field field,
        String japanese,
        String english,
        String law,
        LocalDate validFrom,
        Optional<LocalDate> validTo) {
    /** Number Act art. 9: who may use the number, and what for. */
    public enum Field {
        SOCIAL_SECURITY,
        TAX,
        DISASTER,
        ORDINANCE,
        EMPLOYER,
        REGISTER
    }
}

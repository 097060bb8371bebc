package org.openmyna.server.sandbox.screens;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A certificate of a card, and what verifiers are told about it.
 *
 * @param kind {@code sign} or {@code login}
 * @param serial hexadecimal
 * @param lastDay of its validity
 * @param state {@code good}, {@code revoked}, {@code ended} or {@code unknown}
 * @param since day of the revocation
 */
record Certificate(
        String kind, String serial, LocalDate lastDay, String state, Optional<LocalDate> since) {
    /** Of {@code om-state-…}. */
    String colour() {
        return state.equals("good") ? "ready" : "fault";
    }
}

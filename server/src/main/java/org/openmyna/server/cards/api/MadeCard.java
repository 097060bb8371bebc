package org.openmyna.server.cards.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A card in the drawer.
 *
 * @param name of its image in the drawer, as {@code openmyna card …} knows it
 * @param person id in the register
 * @param lastDay of its validity
 * @param signatureSerial hexadecimal; none on a card that only logs in
 */
public record MadeCard(
        String name,
        long person,
        LocalDate lastDay,
        String userAuthenticationSerial,
        Instant userAuthenticationEnd,
        Optional<String> signatureSerial,
        Optional<Instant> signatureEnd) {}

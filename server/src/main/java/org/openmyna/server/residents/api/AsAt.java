package org.openmyna.server.residents.api;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Which past is asked for.
 *
 * @param validOn the day in the world
 * @param knownAt what the register knew then, in legal time; recorded before or at this instant
 */
public record AsAt(LocalDate validOn, Instant knownAt) {}

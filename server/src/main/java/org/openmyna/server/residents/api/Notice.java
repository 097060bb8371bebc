package org.openmyna.server.residents.api;

import java.time.LocalDate;

/**
 * A notice as somebody gives it.
 *
 * @param effectiveOn 異動日: the day on which it happened, or will; ignored for a cancellation
 * @param notifiedOn 届出日
 */
public record Notice(LifeEvent event, LocalDate effectiveOn, LocalDate notifiedOn) {}

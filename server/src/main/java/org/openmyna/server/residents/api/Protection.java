package org.openmyna.server.residents.api;

import java.time.LocalDate;

/**
 * Measure of protection for victims (支援措置). Why is nowhere recorded.
 *
 * @param until last day
 */
public record Protection(LocalDate from, LocalDate until) {}

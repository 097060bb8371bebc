package org.openmyna.server.numbers.api;

/**
 * @param token of the caller's organisation for the person
 * @param changes how often the number was changed; 0 for the first
 */
public record AssignedNumber(NumberToken token, int changes) {}

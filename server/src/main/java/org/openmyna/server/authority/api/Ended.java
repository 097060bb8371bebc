package org.openmyna.server.authority.api;

/**
 * @param certificates that a call ended
 */
public record Ended(long certificates) {}

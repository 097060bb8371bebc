package org.openmyna.server.counter;

/**
 * Somebody who works at a counter.
 *
 * @param supervisor may open records of protected people
 */
record Clerk(String id, String name, Office office, boolean supervisor) {}

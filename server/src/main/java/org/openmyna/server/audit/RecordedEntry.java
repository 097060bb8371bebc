package org.openmyna.server.audit;

/**
 * An entry with its place in the log.
 *
 * @param position 1, 2, 3 … without a gap
 */
public record RecordedEntry(long position, AuditEntry entry) {}

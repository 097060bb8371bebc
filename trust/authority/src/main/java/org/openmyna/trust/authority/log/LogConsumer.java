package org.openmyna.trust.authority.log;

/** Takes entries one by one, in order. */
@FunctionalInterface
public interface LogConsumer {
    /**
     * @return whether more is wanted
     */
    boolean take(LogEntry entry);
}

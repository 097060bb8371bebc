package org.openmyna.server.platform;

/** Whether a client may ask for logins, now. */
public enum Standing {
    APPROVED,
    /** Never, not yet or no longer. */
    NOT_APPROVED,
    SUSPENDED
}

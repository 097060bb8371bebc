package org.openmyna.server;

import java.util.Set;

/** What a machine does; a laptop does everything. */
public enum ServerRole {
    /** The certification authority: issues, keeps the log, publishes lists, answers OCSP. */
    AUTHORITY,
    /** Answers OCSP alone, from a database that it can only read. */
    OCSP;

    /** Everything on one machine. */
    public static final Set<ServerRole> ALL = Set.of(AUTHORITY, OCSP);
}

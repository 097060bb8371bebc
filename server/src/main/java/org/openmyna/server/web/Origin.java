package org.openmyna.server.web;

/** A name under which something of the server is found; browsers keep them apart. */
public enum Origin {
    /** The machine itself: everything, by path. */
    MACHINE(""),
    /** Home of the sandbox: who lives here, what day it is. */
    SANDBOX("sandbox."),
    /** Screens of the municipal counter. */
    COUNTER("counter."),
    /** Logs people in for relying parties. */
    PLATFORM("platform."),
    /** The certification authority. */
    AUTHORITY("authority."),
    /** OCSP, under any path (the address in certificates has none). */
    OCSP("ocsp.authority.");

    private final String prefix;

    Origin(String prefix) {
        this.prefix = prefix;
    }

    String host(String domain) {
        return prefix + domain;
    }
}

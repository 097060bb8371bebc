package org.openmyna.database;

/** The server behind a database. */
interface Host {
    /**
     * Where it listens now, {@code jdbc:postgresql://…} without user and password. An embedded
     * server may have moved since the last call, or be on its way back: then this waits.
     */
    String url();

    /** May create roles and schemas. */
    Login administrator();

    /** The password of a role of ours. */
    String passwordOf(String role);

    /** For display: no password, no parameters. */
    String address();

    /** Nothing more is asked of it. */
    void leave();
}

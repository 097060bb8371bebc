package org.openmyna.database;

/** The server behind a database. */
interface Host {
    /**
     * Where it listens now, {@code jdbc:postgresql://…} without user and password. An embedded
     * server may have moved since the last call.
     */
    String url();

    /** May create roles and schemas. */
    Login administrator();

    /** The password of a role of ours; drawn now if the role never had one. */
    String passwordOf(String role);

    /** For display: no password, no parameters. */
    String address();

    /** Nothing more is asked of it. */
    void leave();
}

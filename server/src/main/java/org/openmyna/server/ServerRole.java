package org.openmyna.server;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.house.Organisation;

/** What a machine does; a laptop does everything. */
public enum ServerRole {
    /** The certification authority: issues, keeps the log, publishes lists, answers OCSP. */
    AUTHORITY(Organisation.AUTHORITY),
    /** Answers OCSP alone, from a database that it can only read. */
    OCSP(null),
    RESIDENTS(Organisation.RESIDENTS),
    NUMBERS(Organisation.NUMBERS),
    CARDS(Organisation.CARDS),
    COUNTER(Organisation.COUNTER),
    PLATFORM(Organisation.PLATFORM),
    SANDBOX(Organisation.SANDBOX);

    /** The authority, answering OCSP itself, and nobody else. */
    public static final Set<ServerRole> AUTHORITY_ALONE = Set.of(AUTHORITY, OCSP);

    /** Everything on one machine. */
    public static final Set<ServerRole> ALL = Set.of(values());

    private final @Nullable Organisation organisation;

    ServerRole(@Nullable Organisation organisation) {
        this.organisation = organisation;
    }

    /** The organisation that lives on a machine of this role, if it is a whole one. */
    Optional<Organisation> organisation() {
        return Optional.ofNullable(organisation);
    }
}

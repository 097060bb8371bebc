package org.openmyna.server.machine;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import org.openmyna.server.house.Organisation;

/**
 * The machine that an organisation lives on.
 *
 * @param data folder; each organisation's files are in a folder of its own there
 * @param domain that origins are under: {@code counter.<domain>}
 * @param here organisations that live on this machine
 * @param residents that a test country was asked to begin with; empty if nobody asked
 */
public record Machine(Path data, String domain, Set<Organisation> here, OptionalInt residents) {
    /** What a test country begins with if nobody asks for another number. */
    public static final int USUAL_RESIDENTS = 2_000;

    public Machine {
        here = Set.copyOf(here);
    }
}

package org.openmyna.server.authority.api;

import java.util.List;
import org.openmyna.trust.profile.RevocationReason;

/**
 * Whose certificates end, and why.
 *
 * @param holders names by which the authority knows them
 * @param reason 失効事由
 */
public record EndOfHolders(List<String> holders, RevocationReason reason) {
    public EndOfHolders {
        holders = List.copyOf(holders);
    }
}

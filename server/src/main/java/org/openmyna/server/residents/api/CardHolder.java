package org.openmyna.server.residents.api;

import java.time.Instant;
import org.openmyna.kernel.ResidentRecordCode;

/**
 * Whom a card is made for.
 *
 * @param version of the register when this was read: a card is delivered only if nothing of it has
 *     changed since, see {@link ResidentService#isUnchanged}
 * @param asOf legal time: all that was recorded by then, or took effect on its day, is in it, and
 *     nothing that came later
 */
public record CardHolder(
        ResidentRecord record, ResidentRecordCode code, long version, Instant asOf) {
    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "CardHolder[" + record.id().value() + "]";
    }
}

package org.openmyna.server.residents.api;

import org.openmyna.kernel.ResidentRecordCode;

/**
 * Whom a card is made for.
 *
 * @param version of the register when this was read: a card is delivered only if nothing of it has
 *     changed since, see {@link ResidentService#isUnchanged}
 */
public record CardHolder(ResidentRecord record, ResidentRecordCode code, long version) {
    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "CardHolder[" + record.id().value() + "]";
    }
}

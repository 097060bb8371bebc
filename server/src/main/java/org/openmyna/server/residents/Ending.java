package org.openmyna.server.residents;

import java.util.Optional;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;
import org.openmyna.trust.profile.RevocationReason;

/**
 * What cards are told.
 *
 * @param code with which the person's cards were made
 * @param both both certificates and the card; else the signature certificate alone
 */
record Ending(ResidentRecordCode code, boolean both) {
    /** 失効事由 */
    RevocationReason reason() {
        return both
                ? RevocationReason.CESSATION_OF_OPERATION
                : RevocationReason.AFFILIATION_CHANGED;
    }

    /** What lapses when one record follows another. */
    enum What {
        NOTHING,
        SIGNATURE,
        BOTH;

        static What between(Optional<ResidentRecord> before, Optional<ResidentRecord> after) {
            if (before.isEmpty() || hasNone(before.get())) return NOTHING;
            if (after.isEmpty() || hasNone(after.get())) return BOTH;
            boolean same =
                    before.get().fourItems().equals(after.get().fourItems())
                            && before.get().standing() == after.get().standing();
            return same ? NOTHING : SIGNATURE;
        }

        private static boolean hasNone(ResidentRecord record) {
            return switch (record.standing()) {
                case RESIDENT, MOVED_OUT -> false;
                case DEAD, REMOVED -> true;
                case ABROAD -> !record.continuedUse();
            };
        }
    }

    static boolean livesHere(ResidentRecord record) {
        return record.standing() == Standing.RESIDENT;
    }
}

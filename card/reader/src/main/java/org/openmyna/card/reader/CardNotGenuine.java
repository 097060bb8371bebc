package org.openmyna.card.reader;

import org.openmyna.kernel.MynaException;

/** Ends a check at its first failure; the desk turns it into a result. */
final class CardNotGenuine extends MynaException {
    private final transient CardRefusal refusal;

    CardNotGenuine(CardRefusal refusal) {
        super(refusal.reason(), refusal.details());
        this.refusal = refusal;
    }

    CardRefusal refusal() {
        return refusal;
    }
}

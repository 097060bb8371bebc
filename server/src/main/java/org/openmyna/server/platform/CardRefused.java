package org.openmyna.server.platform;

import org.openmyna.kernel.MynaException;
import org.openmyna.trust.verifier.Refusal;

/** The verifier's refusal, under its own code, for whoever sent the answer. */
final class CardRefused extends MynaException {
    private static final long serialVersionUID = 1;

    CardRefused(Refusal refusal) {
        super(refusal.reason(), refusal.details());
    }
}

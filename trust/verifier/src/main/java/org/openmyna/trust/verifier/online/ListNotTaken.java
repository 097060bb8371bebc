package org.openmyna.trust.verifier.online;

import org.openmyna.trust.verifier.Refusal;

/** Carries the reason from the download to whoever asked for it; never leaves this package. */
final class ListNotTaken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal why;

    ListNotTaken(Refusal why) {
        super(why.code(), null, false, false);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}

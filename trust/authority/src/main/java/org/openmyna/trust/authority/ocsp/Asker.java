package org.openmyna.trust.authority.ocsp;

import java.time.Instant;
import org.openmyna.trust.profile.CaKind;

/** What somebody may ask. */
@FunctionalInterface
interface Asker {
    Asker ANYBODY = (ca, at) -> true;
    Asker NOBODY = (ca, at) -> false;

    /** A registered verifier whose registration is active. */
    static Asker of(VerifierKind kind) {
        return (ca, at) -> AskingRight.exists(kind, ca, at);
    }

    boolean mayAsk(CaKind ca, Instant at);

    /**
     * @throws OcspRefused if not
     */
    default void mustMayAsk(CaKind ca, Instant at) {
        if (!mayAsk(ca, at)) {
            throw new OcspRefused(Refusal.UNAUTHORIZED);
        }
    }
}

package org.openmyna.trust.verifier;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The evidence of one verification as it grows. The first check that fails ends it. */
final class Trail {
    /** Carries the refusal from the failing step to the façade; never leaves this room. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Ended(Refusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    private final InstantSource clock;
    private final InstantSource judged;
    private final List<Evidence> evidence = new ArrayList<>();

    Trail(InstantSource clock) {
        this(clock, clock);
    }

    /**
     * @param judged what counts as now: another moment than the clock's where a verdict of the past
     *     is given again
     */
    Trail(InstantSource clock, InstantSource judged) {
        this.clock = clock;
        this.judged = judged;
    }

    /** The present of this verification. */
    Instant now() {
        return judged.instant();
    }

    void passed(Check check, Map<String, String> data) {
        evidence.add(new Evidence(check, true, clock.instant(), data));
    }

    Ended failed(Check check, VerifierError reason, Map<String, String> details) {
        evidence.add(new Evidence(check, false, clock.instant(), details));
        return new Ended(new Refusal(reason, details));
    }

    void require(Check check, boolean holds, VerifierError reason, Map<String, String> details) {
        if (!holds) throw failed(check, reason, details);
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence);
    }
}

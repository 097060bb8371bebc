package org.openmyna.trust.authority.ocsp;

/** Ends the work on a request; never leaves this package, and has no stack trace to make. */
final class OcspRefused extends RuntimeException {
    private final Refusal refusal;

    OcspRefused(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}

package org.openmyna.trust.authority.ocsp;

/** Where a verifier stands in the minister's register. */
public enum VerifierState {
    ACTIVE,
    /** May not ask for now; can be resumed. */
    SUSPENDED,
    /** May not ask any more. */
    REFUSED
}

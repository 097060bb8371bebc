package org.openmyna.trust.authority.ocsp;

/** Who gets answers (reference 3.3, 3.4). */
public enum OcspAccess {
    /** Everybody: a sandbox. */
    OPEN,
    /** Registered verifiers, of the kind that may ask the CA in question; others: unauthorized. */
    REGISTERED
}

package org.openmyna.trust.verifier;

/** Which world a verifier lives in; it never sees the other one. */
enum TrustMode {
    /** Only the real authorities, each known by the fingerprint of its certificate. */
    PRODUCTION,
    /** Only test authorities (O=JPKI-TEST): sandbox, development, tests. */
    TEST
}

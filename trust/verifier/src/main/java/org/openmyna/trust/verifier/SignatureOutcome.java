package org.openmyna.trust.verifier;

/** What the signature of a card turned out to be. */
enum SignatureOutcome {
    FITS,
    /** Correct padding and hash, but the hash was not wrapped in a DigestInfo (RSA alone). */
    OVER_BARE_HASH,
    WRONG
}

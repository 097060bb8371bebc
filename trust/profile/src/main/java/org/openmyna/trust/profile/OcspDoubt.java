package org.openmyna.trust.profile;

/** Why an OCSP response is not to be believed. */
public enum OcspDoubt {
    /** No certificate comes with it, or none of a responder of JPKI. */
    RESPONDER_UNFIT,
    /** Another key generation, or somebody else, made the responder's certificate. */
    RESPONDER_FOREIGN,
    /** The responder's certificate has expired, or is not valid yet. */
    RESPONDER_EXPIRED,
    /** It names another responder than the one whose certificate comes with it. */
    RESPONDER_ID,
    /** The responder did not sign this. */
    SIGNATURE,
    /** It was not made for this request. */
    NONCE,
    /** It does not tell exactly once of each certificate that was asked about. */
    ANOTHER_CERTIFICATE,
    /** There is newer knowledge by now; or nobody can tell, for it has neither nonce nor end. */
    TOO_OLD,
    /** Its moment has not come. */
    TOO_EARLY
}

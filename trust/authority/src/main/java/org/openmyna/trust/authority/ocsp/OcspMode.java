package org.openmyna.trust.authority.ocsp;

/** How answers without a nonce come to be. One with a nonce is always signed for its question. */
public enum OcspMode {
    /** Each answer is signed when it is asked for. */
    FRESH,
    /** Signed once a data period, at the first question or ahead, and kept in memory. */
    PRESIGNED
}

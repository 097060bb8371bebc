package org.openmyna.trust.authority.ocsp;

import java.util.Optional;

/** OCSPResponseStatus other than successful (RFC 6960 2.3, 4.2.1); such a response has no more. */
enum Refusal {
    /** Not a request, too long, too many certificates, a nonce of a length RFC 9654 forbids. */
    MALFORMED_REQUEST(1),
    INTERNAL_ERROR(2),
    /** Data too old, no valid responder, database out of reach. */
    TRY_LATER(3),
    /** The caller may not ask, or the issuer is none of ours. */
    UNAUTHORIZED(6);

    private final OcspAnswer answer;

    Refusal(int status) {
        byte[] der = {0x30, 0x03, 0x0A, 0x01, (byte) status};
        this.answer = new OcspAnswer(der, Optional.empty());
    }

    OcspAnswer answer() {
        return answer;
    }
}

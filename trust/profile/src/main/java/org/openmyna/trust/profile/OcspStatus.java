package org.openmyna.trust.profile;

import java.util.Arrays;
import java.util.Optional;

/** OCSPResponseStatus (RFC 6960 4.2.1): whether there is an answer at all. */
public enum OcspStatus {
    SUCCESSFUL(0),
    /** The request is not one; see {@link OcspRequestMalformed}. */
    MALFORMED_REQUEST(1),
    INTERNAL_ERROR(2),
    TRY_LATER(3),
    /** 4 is not used. */
    SIG_REQUIRED(5),
    /** Not for this caller, or not about this issuer (RFC 5019 2.2.3). */
    UNAUTHORIZED(6);

    private final int code;

    OcspStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<OcspStatus> ofCode(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }
}

package org.openmyna.trust.profile;

import java.util.Optional;

/**
 * Why a certificate was revoked (失効事由): the CRLReason of RFC 5280 5.3.1 with the meaning JPKI gives
 * it. There is no {@code removeFromCRL}: a hold on a card's certificate is never lifted.
 */
public enum RevocationReason {
    /** Thrown away before delivery (交付前に破棄). */
    UNSPECIFIED(0),
    /** The holder's private key may be known to others. */
    KEY_COMPROMISE(1),
    /** The CA's key may be known to others. */
    CA_COMPROMISE(2),
    /** Name, address, birth date or sex changed. */
    AFFILIATION_CHANGED(3),
    /** Renewed. */
    SUPERSEDED(4),
    /** No longer needed: the holder's wish, death, emigration. */
    CESSATION_OF_OPERATION(5),
    /** Loss was reported; for a card this is final. */
    CERTIFICATE_HOLD(6);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** The number of the CRLReason. */
    public int code() {
        return code;
    }

    public static Optional<RevocationReason> ofCode(int code) {
        return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
    }
}

package org.openmyna.trust.profile;

/** Bytes are not the DER that was expected here; becomes a named refusal at the room's border. */
final class DerFault extends RuntimeException {
    DerFault(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

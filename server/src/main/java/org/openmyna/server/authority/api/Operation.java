package org.openmyna.server.authority.api;

/** What may be permitted to an organisation, or not. */
public enum Operation {
    /** Reserve, certify, written, activate, discard, and where a request stands. */
    ISSUE,
    REVOKE,
    HOLD,
    LIFT_HOLD,
    REVOKE_ALL_OF_HOLDER,
    REVOKE_ALL_OF_MUNICIPALITY,
    STATUS,
    CA_CERTIFICATES
}

package org.openmyna.trust.authority;

/**
 * How far a request for a certificate has come. In 2016 chip, counter and CA ended in different
 * states and chips had to be thrown away; here each step is durable before the next, may be
 * repeated, and only forward.
 */
public enum IssuingState {
    /** A serial is set aside; nothing was signed. */
    RESERVED(1),
    /** Signed and in the log; unknown to verifiers. */
    CERTIFIED(2),
    /** The chip holds it; still unknown to verifiers. */
    WRITTEN(3),
    /** Delivered: good from the date of the log on. What is revoked later stays active here. */
    ACTIVE(4),
    /** Thrown away before delivery; revoked as unspecified if it had been signed. */
    DISCARDED(5);

    private final short code;

    IssuingState(int code) {
        this.code = (short) code;
    }

    /** As the database has it. */
    short code() {
        return code;
    }

    static IssuingState ofCode(int code) {
        return values()[code - 1];
    }

    /** Whether it is neither delivered nor thrown away. */
    public boolean isUnfinished() {
        return this != ACTIVE && this != DISCARDED;
    }
}

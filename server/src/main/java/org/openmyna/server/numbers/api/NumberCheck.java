package org.openmyna.server.numbers.api;

/** 番号確認: what came of comparing a number with the register of numbers. */
public enum NumberCheck {
    /** It is the person's present number. */
    MATCHES,
    /** It is another's, was replaced, or was never assigned: which of them is not told. */
    DIFFERS
}

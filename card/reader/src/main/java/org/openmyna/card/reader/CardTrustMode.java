package org.openmyna.card.reader;

/** Which world a check of cards lives in; it never sees the other one. */
public enum CardTrustMode {
    /** Only the published keys of real cards, whose ids begin with 5. */
    PRODUCTION,
    /** Only test keys, whose ids begin with 6: official test cards, sandbox, development. */
    TEST
}

package org.openmyna.card.chip;

/** Where the card stands in its life; only the issuer security domain on the chip moves it on. */
public enum LifeCycle {
    /** Applications are installed; personalisation is open. */
    BLANK,
    /** In its holder's hands; personalisation is closed for good. */
    PERSONALISED,
    /** Dead: answers nothing but refusals. */
    TERMINATED
}

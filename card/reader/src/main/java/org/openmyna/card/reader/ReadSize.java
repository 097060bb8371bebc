package org.openmyna.card.reader;

/** How much one command may ask the card for. */
public enum ReadSize {
    /** At most 256 bytes in short commands: every reader passes these. */
    SHORT,
    /**
     * A whole file in one extended command where reader and card take it. The first refusal falls
     * back to {@link #SHORT} for the rest of the session.
     */
    EXTENDED
}

package org.openmyna.card.reader;

/** Whose card a trace listens to; only the caller can know. Secrets are recorded of neither. */
public enum TraceContents {
    /** Anybody's card: of personal files only the lengths are recorded. */
    LENGTHS_ONLY,
    /** A card of the test chain, whose person is a sham: contents of files are recorded, too. */
    TEST_CARD
}

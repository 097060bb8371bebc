package org.openmyna.card.reader;

/** Whether the last remaining try of a PIN may be spent. */
public enum LastTry {
    KEEP,
    MAY_BE_SPENT
}

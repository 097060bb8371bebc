package org.openmyna.card.nvm;

/** When a transient array becomes zero again. */
public enum Clearing {
    ON_RESET,
    ON_DESELECT
}

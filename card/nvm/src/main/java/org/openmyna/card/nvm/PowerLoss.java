package org.openmyna.card.nvm;

/**
 * The power was cut before a write. Whoever holds the card in his hand may catch this; nobody on
 * the card does.
 */
public final class PowerLoss extends Error {
    private static final long serialVersionUID = 1;

    PowerLoss() {
        super("The power was cut before a write.", null, false, false);
    }
}

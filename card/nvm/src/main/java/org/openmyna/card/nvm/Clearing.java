package org.openmyna.card.nvm;

/** When a transient array becomes zero again. */
public enum Clearing {
    ON_RESET(1),
    ON_DESELECT(2);

    /** In the image, where 0 stands for a persistent object. */
    final byte number;

    Clearing(int number) {
        this.number = (byte) number;
    }
}

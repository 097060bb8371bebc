package org.openmyna.card.nvm;

/**
 * Tells a generated constructor that its object exists in the image already and only its Java side
 * is made.
 */
public final class Rebuild {
    private final int address;

    Rebuild(int address) {
        this.address = address;
    }

    int address() {
        return address;
    }
}

package org.openmyna.card.nvm;

/**
 * What the weaver makes the root of every class whose objects live in the card's memory. Never
 * extended by hand: the constructor for rebuilding and {@code nvm$load} are generated.
 */
public abstract class PersistentObject {
    final int address;

    /** A new object: it takes its place in the image before its own constructor runs. */
    protected PersistentObject() {
        address = Nvm.current().heap().allocate(this);
    }

    /** The Java side of an object that is in the image. */
    protected PersistentObject(Rebuild rebuild) {
        address = rebuild.address();
    }

    /** Reads all persistent fields from the image; overridden by generated code. */
    public void nvm$load(Slots slots) {}
}

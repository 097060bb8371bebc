package org.openmyna.card.nvm.weaver;

/** Which classes of a folder live in the card's memory. */
public enum Scope {
    /** All but interfaces and exceptions: the folder holds applets and nothing else. */
    APPLETS,
    /** Those with the mark {@code @InNvm} and their subclasses: the folder holds the runtime. */
    MARKED
}

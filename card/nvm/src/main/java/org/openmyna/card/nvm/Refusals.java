package org.openmyna.card.nvm;

/** The exceptions with which the engine refuses an applet, in the words of the runtime above it. */
public interface Refusals {
    /** The open transaction has grown beyond the journal. */
    RuntimeException journalFull();

    /** No room for another object, or an object made while a transaction is open. */
    RuntimeException memoryFull();

    /** The object cannot lie in the card's memory, or the array does not belong to this card. */
    RuntimeException notOfThisCard(String why);
}

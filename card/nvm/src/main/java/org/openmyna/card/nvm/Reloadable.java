package org.openmyna.card.nvm;

/** An object in the card's memory that keeps something derived from it in RAM. */
public interface Reloadable {
    /** The persistent content was read again, after an abort: what was derived from it must go. */
    void reloaded();
}

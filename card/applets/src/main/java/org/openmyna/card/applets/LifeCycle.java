package org.openmyna.card.applets;

import javacard.framework.ISOException;

/**
 * How far the card has come in its life: one byte that only moves forward, and the table of what
 * each state allows.
 *
 * <pre>
 *                                     BLANK   PERSONALISED   TERMINATED
 * read (SELECT, GET DATA)             yes     yes            6600
 * personalise without authentication  yes     6982           6600
 * the issuer's secure channel         6985    yes            6600
 * </pre>
 */
final class LifeCycle {

    /** SELECT and GET DATA. */
    static final byte READ = (byte) 0;

    /** PUT KEY, STORE DATA and the end of personalisation, without authentication. */
    static final byte PERSONALISE = (byte) 1;

    /** The secure channel, and the issuer's commands in it. */
    static final byte OPEN_CHANNEL = (byte) 2;

    private byte state;

    /** What a terminated card must not keep is gone. */
    private boolean erased;

    LifeCycle() {
        state = CardLifeCycle.BLANK;
    }

    byte state() {
        return state;
    }

    /** A byte that is none of the three states counts as this one. */
    boolean isTerminated() {
        return state != CardLifeCycle.BLANK && state != CardLifeCycle.PERSONALISED;
    }

    boolean isErased() {
        return erased;
    }

    boolean allows(byte act) {
        switch (state) {
            case CardLifeCycle.BLANK:
                return act == READ || act == PERSONALISE;
            case CardLifeCycle.PERSONALISED:
                return act == READ || act == OPEN_CHANNEL;
            default:
                return false;
        }
    }

    /** Throws 6600 on a terminated card, else {@code refusal} if the state does not allow it. */
    void require(byte act, short refusal) {
        requireAlive();
        if (!allows(act)) {
            ISOException.throwIt(refusal);
        }
    }

    void requireAlive() {
        if (isTerminated()) {
            ISOException.throwIt(StatusWord.TERMINATED);
        }
    }

    /** BLANK becomes PERSONALISED, once. One write. */
    void personalise() {
        require(PERSONALISE, StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        state = CardLifeCycle.PERSONALISED;
    }

    /** Out of use from now on, from whatever state. One write. */
    void terminate() {
        if (!isTerminated()) {
            state = CardLifeCycle.TERMINATED;
        }
    }

    void erasureIsDone() {
        erased = true;
    }
}

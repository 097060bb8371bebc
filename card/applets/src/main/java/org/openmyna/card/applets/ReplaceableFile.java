package org.openmyna.card.applets;

import javacard.framework.ISOException;

/**
 * A file that may have two places for its content: the current one and a spare one, in which the
 * issuer channel makes the draft of what comes next. One field says which is current, so that any
 * number of files change together in one transaction.
 */
abstract class ReplaceableFile extends ElementaryFile {

    /** The spare place is erased. */
    private static final byte NOTHING = (byte) 0;

    private static final byte DRAFT = (byte) 1;

    /** What a draft replaced, or a draft that was given up. */
    private static final byte RUBBISH = (byte) 2;

    private boolean secondIsCurrent;
    private byte spare;

    ReplaceableFile(short id) {
        super(id);
    }

    final boolean secondIsCurrent() {
        return secondIsCurrent;
    }

    final boolean hasDraft() {
        return spare == DRAFT;
    }

    /** In the caller's transaction: the draft, if there is one, becomes current. */
    final void adopt() {
        if (spare == DRAFT) {
            secondIsCurrent = !secondIsCurrent;
            spare = RUBBISH;
        }
    }

    /** First no draft any more, then erased: a half-erased draft is never taken for a whole one. */
    final void discard() {
        if (spare != NOTHING) {
            spare = RUBBISH;
            eraseSpare();
            spare = NOTHING;
        }
    }

    /** Before anything is written into the spare place: it exists, and holds no rubbish. */
    final void prepareDraft() {
        if (!isReplaceable()) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        if (spare == RUBBISH) {
            discard();
        }
    }

    /** What is in the spare place is no draft, for now. */
    final void withdrawDraft() {
        spare = RUBBISH;
    }

    final void declareDraft() {
        spare = DRAFT;
    }

    abstract boolean isReplaceable();

    abstract void eraseSpare();
}

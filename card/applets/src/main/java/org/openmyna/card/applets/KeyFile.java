package org.openmyna.card.applets;

/** A private key (内部EF), good for one purpose, and usable after one of its PINs if it has any. */
final class KeyFile extends ReplaceableFile {

    /** COMPUTE DIGITAL SIGNATURE. */
    static final byte SIGNS = (byte) 1;

    /** INTERNAL AUTHENTICATE. */
    static final byte ANSWERS_CHALLENGES = (byte) 2;

    /** Opens the session keys of secure messaging. */
    static final byte OPENS_SESSION_KEYS = (byte) 3;

    private final byte purpose;
    private final Openers openers;
    private final KeySlot first;

    /** Null if the key cannot be replaced. */
    private final KeySlot second;

    KeyFile(short id, byte purpose, Openers openers, boolean replaceable) {
        super(id);
        this.purpose = purpose;
        this.openers = openers;
        this.first = new KeySlot();
        this.second = replaceable ? new KeySlot() : null;
    }

    boolean is(byte asked) {
        return purpose == asked;
    }

    boolean isOpen() {
        return openers.areMet();
    }

    KeySlot current() {
        return secondIsCurrent() ? second : first;
    }

    private KeySlot spare() {
        return secondIsCurrent() ? first : second;
    }

    /** The draft, to be used; null if none was made. */
    KeySlot draft() {
        return hasDraft() && spare().isMade() ? spare() : null;
    }

    /** A new pair in the spare place; it is the draft when it is whole. */
    KeySlot generateDraft() {
        prepareDraft();
        withdrawDraft();
        spare().generate();
        declareDraft();
        return spare();
    }

    /** The end of the card: every private key goes. */
    void eraseKeys() {
        first.erase();
        if (second != null) {
            second.erase();
        }
    }

    @Override
    boolean isReplaceable() {
        return second != null;
    }

    @Override
    void eraseSpare() {
        spare().erase();
    }
}

package org.openmyna.card.nvm;

/** The image was looked at and refused; not a byte of it was changed. */
public final class CardImageDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong with the image. */
    public enum Reason {
        /** It does not begin like a card image. */
        NOT_A_CARD_IMAGE,
        /** It is shorter or longer than it says. */
        WRONG_SIZE,
        /** It was made by other applets or another version of them. */
        OTHER_LAYOUT,
        /** The installation was not finished. */
        NOT_INSTALLED,
        /** The journal of the last transaction cannot be read. */
        JOURNAL,
        /** Objects and references do not fit together. */
        STRUCTURE,
        /** Bytes changed while the card was switched off. */
        CHECKSUM
    }

    private final Reason reason;

    CardImageDamaged(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

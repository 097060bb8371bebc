package javacard.framework;

/**
 * A checked exception with a reason. Carries no stack trace: on a card it is an answer, not a
 * fault.
 */
public class CardException extends Exception {
    private short reason;

    public CardException(short reason) {
        super(null, null, false, false);
        this.reason = reason;
    }

    public short getReason() {
        return reason;
    }

    public void setReason(short reason) {
        this.reason = reason;
    }

    public static void throwIt(short reason) throws CardException {
        throw new CardException(reason);
    }
}

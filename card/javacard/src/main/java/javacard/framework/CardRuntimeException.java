package javacard.framework;

/**
 * An unchecked exception with a reason. Carries no stack trace: on a card it is an answer, not a
 * fault.
 */
public class CardRuntimeException extends RuntimeException {
    private short reason;

    public CardRuntimeException(short reason) {
        super(null, null, false, false);
        this.reason = reason;
    }

    public short getReason() {
        return reason;
    }

    public void setReason(short reason) {
        this.reason = reason;
    }

    public static void throwIt(short reason) {
        throw new CardRuntimeException(reason);
    }
}

package javacard.framework;

import org.openmyna.card.nvm.InNvm;

/**
 * A PIN with a try counter that no loss of power gives back: the try is paid, and written, before
 * the comparison begins; the comparison takes the same time whatever the difference.
 *
 * <p>The try counter never takes part in a transaction; a new value always does, in one of its own
 * if none is open.
 */
@InNvm
public class OwnerPIN implements PIN {
    private static final byte VALIDATED = 0;

    private final byte tryLimit;
    private final byte[] triesLeft;
    private final byte[] value;
    private byte valueLength;
    private final boolean[] flags;

    public OwnerPIN(byte tryLimit, byte maxPINSize) {
        if (tryLimit < 1 || maxPINSize < 1) {
            PINException.throwIt(PINException.ILLEGAL_VALUE);
        }
        this.tryLimit = tryLimit;
        triesLeft = new byte[1];
        value = new byte[maxPINSize];
        flags = JCSystem.makeTransientBooleanArray((short) 1, JCSystem.CLEAR_ON_RESET);
        setTries(tryLimit);
    }

    protected boolean getValidatedFlag() {
        return flags[VALIDATED];
    }

    protected void setValidatedFlag(boolean value) {
        flags[VALIDATED] = value;
    }

    @Override
    public byte getTriesRemaining() {
        return triesLeft[0];
    }

    @Override
    public boolean check(byte[] pin, short offset, byte length) {
        setValidatedFlag(false);
        if (getTriesRemaining() == 0) {
            return false;
        }
        setTries((byte) (getTriesRemaining() - 1));
        if (!equalsInConstantTime(pin, offset, length)) {
            return false;
        }
        setTries(tryLimit);
        setValidatedFlag(true);
        return true;
    }

    @Override
    public boolean isValidated() {
        return getValidatedFlag();
    }

    @Override
    public void reset() {
        if (isValidated()) {
            resetAndUnblock();
        }
    }

    /** Sets a new value; the PIN is not validated afterwards and has all its tries. */
    public void update(byte[] pin, short offset, byte length) {
        if (length < 0 || length > value.length) {
            PINException.throwIt(PINException.ILLEGAL_VALUE);
        }
        boolean own = JCSystem.getTransactionDepth() == 0;
        if (own) {
            JCSystem.beginTransaction();
        }
        Util.arrayCopy(pin, offset, value, (short) 0, length);
        // The end of a longer value that was there before must not stay.
        Util.arrayFill(value, length, (short) (value.length - length), (byte) 0);
        valueLength = length;
        triesLeft[0] = tryLimit;
        if (own) {
            JCSystem.commitTransaction();
        }
        setValidatedFlag(false);
    }

    public void resetAndUnblock() {
        setValidatedFlag(false);
        setTries(tryLimit);
    }

    private void setTries(byte tries) {
        Util.arrayFillNonAtomic(triesLeft, (short) 0, (short) 1, tries);
    }

    /**
     * Looks at every byte of the longest possible PIN, so that the time tells neither place nor
     * number of differences.
     */
    private boolean equalsInConstantTime(byte[] pin, short offset, byte length) {
        short difference = (short) (length ^ valueLength);
        for (short n = 0; n < value.length; n++) {
            byte presented = n < length ? pin[(short) (offset + n)] : 0;
            byte wanted = n < valueLength ? value[n] : 0;
            difference |= (short) (presented ^ wanted);
        }
        return difference == 0;
    }
}

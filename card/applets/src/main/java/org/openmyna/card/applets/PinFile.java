package org.openmyna.card.applets;

import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.OwnerPIN;
import javacard.framework.Util;

/**
 * A PIN (内部EF). Until a first value is set it answers like a blocked one: 63C0 and 6984.
 *
 * <p>Every value of 1 to 16 bytes is a guess and costs a try, whatever its length: if a wrong
 * length were free, the length of the password could be found out.
 */
final class PinFile extends ElementaryFile {

    /** Digits; the holder changes it with CHANGE REFERENCE DATA. */
    static final byte PIN = (byte) 1;

    /**
     * Capital letters and digits, at least one of each; the holder changes it with CHANGE REFERENCE
     * DATA.
     */
    static final byte PASSWORD = (byte) 2;

    /** Digits; the holder changes it with CHANGE KEY. */
    static final byte PIN_OF_CHANGE_KEY = (byte) 3;

    /** Digits that follow from what is printed on the card (照合番号): the holder cannot choose. */
    static final byte NUMBER_ON_THE_CARD = (byte) 4;

    /** Has never a value: blocked for ever. */
    static final byte BLOCKED = (byte) 5;

    /** The longest value that VERIFY accepts as a guess. */
    static final byte LONGEST_GUESS = (byte) 16;

    private final OwnerPIN pin;
    private final byte shortest;
    private final byte longest;
    private final byte kind;
    private boolean set;

    PinFile(short id, byte kind, byte tries, byte shortest, byte longest) {
        super(id);
        this.kind = kind;
        this.pin = new OwnerPIN(tries, LONGEST_GUESS);
        this.shortest = shortest;
        this.longest = longest;
    }

    boolean is(byte asked) {
        return kind == asked;
    }

    boolean isVerified() {
        return set && pin.isValidated();
    }

    /** The verified state ends; the number of tries stays. */
    void forgetVerification() {
        pin.reset();
    }

    /** VERIFY without data: how many tries are left. Never costs one. */
    void tellTries() {
        ISOException.throwIt((short) (StatusWord.TRIES_LEFT | triesLeft()));
    }

    /** VERIFY with data. {@link OwnerPIN} takes the try away before it compares. */
    void verify(byte[] buffer, short offset, short length) {
        if (length <= 0 || length > LONGEST_GUESS) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        if (triesLeft() == 0) {
            ISOException.throwIt(StatusWord.REFERENCE_DATA_NOT_USABLE);
        }
        boolean right = pin.check(buffer, offset, (byte) length);
        Util.arrayFillNonAtomic(buffer, offset, length, (byte) 0);
        if (!right) {
            tellTries();
        }
    }

    /**
     * A new value, all tries back, not verified: the new value has not been shown yet. One step for
     * the memory.
     */
    void change(byte[] buffer, short offset, short length) {
        if (kind == BLOCKED) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        if (length < shortest || length > longest) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        if (!isOfItsAlphabet(buffer, offset, length)) {
            ISOException.throwIt(StatusWord.WRONG_DATA);
        }
        JCSystem.beginTransaction();
        pin.update(buffer, offset, (byte) length);
        set = true;
        JCSystem.commitTransaction();
        Util.arrayFillNonAtomic(buffer, offset, length, (byte) 0);
    }

    /** All tries back, the value kept. */
    void unlock() {
        if (!set) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        pin.resetAndUnblock();
    }

    /** The end of the card: first not set any more, then overwritten. */
    void erase(byte[] zeros) {
        set = false;
        pin.update(zeros, (short) 0, LONGEST_GUESS);
    }

    private byte triesLeft() {
        return set ? pin.getTriesRemaining() : 0;
    }

    private boolean isOfItsAlphabet(byte[] buffer, short offset, short length) {
        boolean digitSeen = false;
        boolean letterSeen = false;
        for (short i = 0; i < length; i++) {
            byte character = buffer[(short) (offset + i)];
            if (character >= '0' && character <= '9') {
                digitSeen = true;
            } else if (character >= 'A' && character <= 'Z') {
                letterSeen = true;
            } else {
                return false;
            }
        }
        return digitSeen && letterSeen == (kind == PASSWORD);
    }
}

package javacard.security;

import java.math.BigInteger;
import javacard.framework.JCSystem;
import javacard.framework.Util;
import org.openmyna.card.nvm.InNvm;

/** One number of a key, big-endian; absent while its length is 0. */
@InNvm
final class KeyPart {
    private final byte[] digits;
    private short length;

    KeyPart(int capacity) {
        digits = new byte[capacity];
    }

    boolean isSet() {
        return length != 0;
    }

    /** Old or new after a loss of power, never a mixture. */
    void set(byte[] source, short offset, short newLength) {
        if (newLength < 1 || newLength > digits.length) {
            CryptoException.throwIt(CryptoException.ILLEGAL_VALUE);
        }
        boolean own = JCSystem.getTransactionDepth() == 0;
        if (own) {
            JCSystem.beginTransaction();
        }
        Util.arrayCopy(source, offset, digits, (short) 0, newLength);
        length = newLength;
        if (own) {
            JCSystem.commitTransaction();
        }
    }

    short copyTo(byte[] target, short offset) {
        if (!isSet()) {
            CryptoException.throwIt(CryptoException.UNINITIALIZED_KEY);
        }
        Util.arrayCopy(digits, (short) 0, target, offset, length);
        return length;
    }

    /** First absent, then overwritten: a half-cleared part is never taken for a number. */
    void clear() {
        length = 0;
        Util.arrayFill(digits, (short) 0, (short) digits.length, (byte) 0);
    }

    BigInteger number() {
        if (!isSet()) {
            CryptoException.throwIt(CryptoException.UNINITIALIZED_KEY);
        }
        return new BigInteger(1, digits, 0, length);
    }
}

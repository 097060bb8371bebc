package javacard.security;

import javacard.framework.JCSystem;
import javacard.framework.Util;
import org.openmyna.card.javacard.machine.AesKey;
import org.openmyna.card.nvm.InNvm;

/**
 * An AES key: its bytes and behind them one more, which is 1 while the key is set. A transient key
 * lies in a transient array and is gone with it.
 */
@InNvm
final class AesParts implements AESKey, AesKey {
    private static final byte SET = 1;

    private final byte type;
    private final short bits;
    private final byte[] value;

    AesParts(byte type, short bits) {
        this.type = type;
        this.bits = bits;
        short room = (short) (bits / 8 + 1);
        value =
                switch (type) {
                    case KeyBuilder.TYPE_AES_TRANSIENT_RESET ->
                            JCSystem.makeTransientByteArray(room, JCSystem.CLEAR_ON_RESET);
                    case KeyBuilder.TYPE_AES_TRANSIENT_DESELECT ->
                            JCSystem.makeTransientByteArray(room, JCSystem.CLEAR_ON_DESELECT);
                    default -> new byte[room];
                };
    }

    @Override
    public byte getType() {
        return type;
    }

    @Override
    public short getSize() {
        return bits;
    }

    @Override
    public boolean isInitialized() {
        return value[mark()] == SET;
    }

    /** First absent, then overwritten: a half-cleared key is never taken for a key. */
    @Override
    public void clearKey() {
        value[mark()] = 0;
        Util.arrayFill(value, (short) 0, mark(), (byte) 0);
    }

    @Override
    public void setKey(byte[] keyData, short kOff) {
        byte[] marked = AesKey.marked(keyData, kOff, mark(), SET);
        Util.arrayCopy(marked, (short) 0, value, (short) 0, (short) marked.length);
    }

    @Override
    public byte getKey(byte[] keyData, short kOff) {
        requireSet();
        Util.arrayCopy(value, (short) 0, keyData, kOff, mark());
        return (byte) mark();
    }

    @Override
    public byte[] copy() {
        requireSet();
        return AesKey.withoutMark(value);
    }

    private short mark() {
        return (short) (bits / 8);
    }

    private void requireSet() {
        if (!isInitialized()) {
            CryptoException.throwIt(CryptoException.UNINITIALIZED_KEY);
        }
    }
}

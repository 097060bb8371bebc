package org.openmyna.card.javacard.machine;

import java.util.Arrays;
import javacard.security.CryptoException;

/** AES without padding: whole blocks leave at once, the rest waits for its block to be full. */
public final class AesCipherWork implements CipherWork {
    private final AesEngine engine;
    private byte[] waiting = {};

    private AesCipherWork(AesEngine engine) {
        this.engine = engine;
    }

    public static AesCipherWork startEcb(AesKey key, boolean encrypting) {
        return new AesCipherWork(AesEngine.sp800_38a_6_1(key, encrypting));
    }

    /** With the given initial vector of one block. */
    public static AesCipherWork startCbc(
            AesKey key, boolean encrypting, byte[] initialVector, int offset, int length) {
        if (length != AesEngine.BLOCK_BYTES) {
            CryptoException.throwIt(CryptoException.ILLEGAL_VALUE);
        }
        byte[] copy = new byte[length];
        System.arraycopy(initialVector, offset, copy, 0, length);
        return new AesCipherWork(AesEngine.sp800_38a_6_2(key, encrypting, copy));
    }

    /** With an initial vector of zeros. */
    public static AesCipherWork startCbc(AesKey key, boolean encrypting) {
        byte[] zeros = new byte[AesEngine.BLOCK_BYTES];
        return startCbc(key, encrypting, zeros, 0, zeros.length);
    }

    @Override
    public byte[] update(byte[] input, int offset, int length) {
        byte[] all = gathered(input, offset, length);
        int whole = all.length - all.length % AesEngine.BLOCK_BYTES;
        waiting = Arrays.copyOfRange(all, whole, all.length);
        return engine.apply(Arrays.copyOf(all, whole));
    }

    @Override
    public byte[] finish(byte[] input, int offset, int length) {
        byte[] all = gathered(input, offset, length);
        waiting = new byte[0];
        if (all.length % AesEngine.BLOCK_BYTES != 0) {
            engine.applyLast(new byte[0]);
            CryptoException.throwIt(CryptoException.ILLEGAL_USE);
        }
        return engine.applyLast(all);
    }

    private byte[] gathered(byte[] input, int offset, int length) {
        byte[] all = Arrays.copyOf(waiting, waiting.length + length);
        System.arraycopy(input, offset, all, waiting.length, length);
        return all;
    }
}

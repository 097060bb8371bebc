package org.openmyna.card.javacard.machine;

import java.security.MessageDigest;
import java.util.Arrays;
import javacard.security.CryptoException;

/**
 * AES-CMAC (NIST SP 800-38B, RFC 4493), since the JDK's providers have none. The last block waits
 * until it is known to be the last.
 */
public final class CmacWork implements SigningWork {
    private static final int BLOCK = AesEngine.BLOCK_BYTES;

    /** SP 800-38B 5.3: R of a block of 128 bits. */
    private static final int R_128 = 0x87;

    private final AesEngine engine;
    private final boolean signing;
    private final byte[] chain = new byte[BLOCK];
    private final byte[] waiting = new byte[BLOCK];
    private int waits;

    private CmacWork(AesEngine engine, boolean signing) {
        this.engine = engine;
        this.signing = signing;
    }

    public static CmacWork start(AesKey key, boolean signing) {
        return new CmacWork(AesEngine.sp800_38a_6_1(key, true), signing);
    }

    @Override
    public short length() {
        return BLOCK;
    }

    @Override
    public void update(byte[] input, int offset, int length) {
        for (int n = 0; n < length; n++) {
            if (waits == BLOCK) {
                mix();
                waits = 0;
            }
            waiting[waits++] = input[offset + n];
        }
    }

    @Override
    public byte[] sign() {
        requireMode(true);
        return macAndBeginAnew();
    }

    @Override
    public byte[] signHash(byte[] hash, int offset, int length) {
        throw new CryptoException(CryptoException.ILLEGAL_USE);
    }

    @Override
    public boolean verify(byte[] signature, int offset, int length) {
        requireMode(false);
        byte[] mac = macAndBeginAnew();
        return length == BLOCK
                && MessageDigest.isEqual(
                        mac, Arrays.copyOfRange(signature, offset, offset + length));
    }

    private void requireMode(boolean wanted) {
        if (signing != wanted) {
            CryptoException.throwIt(CryptoException.INVALID_INIT);
        }
    }

    private byte[] macAndBeginAnew() {
        byte[] mac = sp800_38b_6_2();
        Arrays.fill(chain, (byte) 0);
        waits = 0;
        return mac;
    }

    /** MAC Generation: the last block is whole and takes K1, or is filled up and takes K2. */
    private byte[] sp800_38b_6_2() {
        byte[] subkey = doubled(engine.apply(new byte[BLOCK]));
        if (waits < BLOCK) {
            subkey = doubled(subkey);
            waiting[waits] = (byte) 0x80;
            Arrays.fill(waiting, waits + 1, BLOCK, (byte) 0);
        }
        for (int n = 0; n < BLOCK; n++) {
            waiting[n] ^= subkey[n];
        }
        mix();
        return chain.clone();
    }

    /** SP 800-38B 6.1, Subkey Generation: one bit to the left, and R where a bit fell out. */
    private static byte[] doubled(byte[] block) {
        byte[] doubled = new byte[BLOCK];
        int carry = 0;
        for (int n = BLOCK - 1; n >= 0; n--) {
            int shifted = (block[n] & 0xFF) << 1 | carry;
            doubled[n] = (byte) shifted;
            carry = shifted >> 8;
        }
        doubled[BLOCK - 1] ^= (byte) (-carry & R_128);
        return doubled;
    }

    private void mix() {
        for (int n = 0; n < BLOCK; n++) {
            chain[n] ^= waiting[n];
        }
        System.arraycopy(engine.apply(chain), 0, chain, 0, BLOCK);
    }
}

package javacard.security;

import org.openmyna.card.nvm.InNvm;

/** A hash function: SHA-1, SHA-256, SHA-384, SHA-512. */
@InNvm
public abstract class MessageDigest {
    public static final byte ALG_SHA = 1;
    public static final byte ALG_SHA_256 = 4;
    public static final byte ALG_SHA_384 = 5;
    public static final byte ALG_SHA_512 = 6;
    public static final byte LENGTH_SHA = 20;
    public static final byte LENGTH_SHA_256 = 32;
    public static final byte LENGTH_SHA_384 = 48;
    public static final byte LENGTH_SHA_512 = 64;

    protected MessageDigest() {}

    public static final MessageDigest getInstance(byte algorithm, boolean externalAccess) {
        return new HashOnCard(algorithm);
    }

    public abstract byte getAlgorithm();

    public abstract byte getLength();

    public abstract void update(byte[] input, short offset, short length);

    public abstract short doFinal(
            byte[] input, short offset, short length, byte[] output, short outputOffset);

    public abstract void reset();
}

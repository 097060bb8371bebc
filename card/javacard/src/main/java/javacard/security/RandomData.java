package javacard.security;

import org.openmyna.card.nvm.InNvm;

/** Random bytes from the host's secure source, whatever the algorithm asked for. */
@InNvm
public abstract class RandomData {
    public static final byte ALG_PSEUDO_RANDOM = 1;
    public static final byte ALG_SECURE_RANDOM = 2;
    public static final byte ALG_TRNG = 3;
    public static final byte ALG_PRESEEDED_DRBG = 4;
    public static final byte ALG_FAST = 5;
    public static final byte ALG_KEYGENERATION = 6;

    protected RandomData() {}

    public static final RandomData getInstance(byte algorithm) {
        if (algorithm < ALG_PSEUDO_RANDOM || algorithm > ALG_KEYGENERATION) {
            CryptoException.throwIt(CryptoException.NO_SUCH_ALGORITHM);
        }
        return new RandomOnCard(algorithm);
    }

    public abstract void generateData(byte[] buffer, short offset, short length);

    public abstract short nextBytes(byte[] buffer, short offset, short length);

    public abstract void setSeed(byte[] buffer, short offset, short length);

    public abstract byte getAlgorithm();
}

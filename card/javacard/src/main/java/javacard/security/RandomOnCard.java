package javacard.security;

import javacard.framework.Util;
import org.openmyna.card.javacard.machine.Machine;
import org.openmyna.card.nvm.InNvm;

/** The host's secure random source. */
@InNvm
final class RandomOnCard extends RandomData {
    private final byte algorithm;

    RandomOnCard(byte algorithm) {
        this.algorithm = algorithm;
    }

    @Override
    public void generateData(byte[] buffer, short offset, short length) {
        if (length < 1) {
            CryptoException.throwIt(CryptoException.ILLEGAL_VALUE);
        }
        Util.arrayCopy(Machine.current().randomBytes(length), (short) 0, buffer, offset, length);
    }

    @Override
    public short nextBytes(byte[] buffer, short offset, short length) {
        generateData(buffer, offset, length);
        return (short) (offset + length);
    }

    /** A caller's seed cannot make a secure source better: it is not used. */
    @Override
    public void setSeed(byte[] buffer, short offset, short length) {}

    @Override
    public byte getAlgorithm() {
        return algorithm;
    }
}

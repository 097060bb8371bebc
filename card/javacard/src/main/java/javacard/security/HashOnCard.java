package javacard.security;

import javacard.framework.Util;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.machine.Hashes;
import org.openmyna.card.nvm.InNvm;

/** A hash in progress; its state is in RAM and gone after a loss of power. */
@InNvm
final class HashOnCard extends MessageDigest {
    private final byte algorithm;
    private transient java.security.@Nullable MessageDigest running;

    HashOnCard(byte algorithm) {
        this.algorithm = algorithm;
        if (Hashes.length(algorithm) == 0) {
            CryptoException.throwIt(CryptoException.NO_SUCH_ALGORITHM);
        }
    }

    @Override
    public byte getAlgorithm() {
        return algorithm;
    }

    @Override
    public byte getLength() {
        return Hashes.length(algorithm);
    }

    @Override
    public void update(byte[] input, short offset, short length) {
        running().update(input, offset, length);
    }

    @Override
    public short doFinal(
            byte[] input, short offset, short length, byte[] output, short outputOffset) {
        java.security.MessageDigest digest = running();
        digest.update(input, offset, length);
        byte[] hash = digest.digest();
        Util.arrayCopy(hash, (short) 0, output, outputOffset, (short) hash.length);
        return (short) hash.length;
    }

    @Override
    public void reset() {
        running().reset();
    }

    private java.security.MessageDigest running() {
        java.security.MessageDigest digest = running;
        if (digest == null) {
            digest = Hashes.start(algorithm);
            running = digest;
        }
        return digest;
    }
}

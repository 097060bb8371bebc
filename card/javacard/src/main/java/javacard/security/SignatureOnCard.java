package javacard.security;

import javacard.framework.Util;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.machine.RsaKey;
import org.openmyna.card.javacard.machine.SigningWork;
import org.openmyna.card.nvm.InNvm;

/**
 * A signature in progress; key, mode and hash state are in RAM and must be given again after a loss
 * of power.
 */
@InNvm
final class SignatureOnCard extends Signature {
    private final byte algorithm;
    private transient @Nullable SigningWork work;

    SignatureOnCard(byte algorithm) {
        this.algorithm = algorithm;
        if (!SigningWork.knows(algorithm)) {
            CryptoException.throwIt(CryptoException.NO_SUCH_ALGORITHM);
        }
    }

    @Override
    public void init(Key key, byte mode) {
        if (!key.isInitialized()) {
            CryptoException.throwIt(CryptoException.UNINITIALIZED_KEY);
        }
        boolean fits =
                mode == MODE_SIGN
                        ? !(key instanceof PublicKey)
                        : mode == MODE_VERIFY && key instanceof PublicKey;
        if (!fits || !(key instanceof RsaKey)) {
            CryptoException.throwIt(CryptoException.ILLEGAL_VALUE);
        }
        work = SigningWork.start(algorithm, (RsaKey) key, mode == MODE_SIGN);
    }

    @Override
    public byte getAlgorithm() {
        return algorithm;
    }

    @Override
    public short getLength() {
        return work().length();
    }

    @Override
    public void update(byte[] input, short offset, short length) {
        work().update(input, offset, length);
    }

    @Override
    public short sign(
            byte[] input, short offset, short length, byte[] signature, short signatureOffset) {
        update(input, offset, length);
        return deliver(work().sign(), signature, signatureOffset);
    }

    @Override
    public short signPreComputedHash(
            byte[] hash, short offset, short length, byte[] signature, short signatureOffset) {
        return deliver(work().signHash(hash, offset, length), signature, signatureOffset);
    }

    @Override
    public boolean verify(
            byte[] input,
            short offset,
            short length,
            byte[] signature,
            short signatureOffset,
            short signatureLength) {
        update(input, offset, length);
        return work().verify(signature, signatureOffset, signatureLength);
    }

    private static short deliver(byte[] made, byte[] target, short offset) {
        Util.arrayCopy(made, (short) 0, target, offset, (short) made.length);
        return (short) made.length;
    }

    private SigningWork work() {
        if (work == null) {
            throw new CryptoException(CryptoException.INVALID_INIT);
        }
        return work;
    }
}

package javacard.security;

import javacard.framework.Util;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.machine.AesKey;
import org.openmyna.card.javacard.machine.CmacWork;
import org.openmyna.card.javacard.machine.RsaKey;
import org.openmyna.card.javacard.machine.RsaSigningWork;
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
        if (algorithm != ALG_AES_CMAC_128 && !RsaSigningWork.knows(algorithm)) {
            CryptoException.throwIt(CryptoException.NO_SUCH_ALGORITHM);
        }
    }

    @Override
    public void init(Key key, byte mode) {
        if (!key.isInitialized()) {
            CryptoException.throwIt(CryptoException.UNINITIALIZED_KEY);
        }
        if (mode != MODE_SIGN && mode != MODE_VERIFY) {
            CryptoException.throwIt(CryptoException.ILLEGAL_VALUE);
        }
        boolean signing = mode == MODE_SIGN;
        work = algorithm == ALG_AES_CMAC_128 ? mac(key, signing) : signature(key, signing);
    }

    private static SigningWork mac(Key key, boolean signing) {
        if (key instanceof AesKey secret) {
            return CmacWork.start(secret, signing);
        }
        throw new CryptoException(CryptoException.ILLEGAL_VALUE);
    }

    private SigningWork signature(Key key, boolean signing) {
        if (key instanceof RsaKey half && signing != key instanceof PublicKey) {
            return RsaSigningWork.start(algorithm, half, signing);
        }
        throw new CryptoException(CryptoException.ILLEGAL_VALUE);
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

package javacardx.crypto;

import javacard.framework.Util;
import javacard.security.CryptoException;
import javacard.security.Key;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.machine.AesCipherWork;
import org.openmyna.card.javacard.machine.AesKey;
import org.openmyna.card.javacard.machine.CipherWork;
import org.openmyna.card.javacard.machine.RsaCipherWork;
import org.openmyna.card.javacard.machine.RsaKey;
import org.openmyna.card.nvm.InNvm;

/**
 * A cipher in progress; key, mode and gathered input are in RAM and must be given again after a
 * loss of power.
 */
@InNvm
final class CipherOnCard extends Cipher {
    private final byte algorithm;
    private transient @Nullable CipherWork work;

    CipherOnCard(byte algorithm) {
        this.algorithm = algorithm;
        if (!isRsa() && !isAes()) {
            CryptoException.throwIt(CryptoException.NO_SUCH_ALGORITHM);
        }
    }

    private boolean isRsa() {
        return algorithm == ALG_RSA_PKCS1 || algorithm == ALG_RSA_NOPAD;
    }

    private boolean isAes() {
        return algorithm == ALG_AES_BLOCK_128_CBC_NOPAD || algorithm == ALG_AES_BLOCK_128_ECB_NOPAD;
    }

    @Override
    public void init(Key key, byte mode) {
        requireUsable(key, mode);
        boolean encrypting = mode == MODE_ENCRYPT;
        work =
                switch (algorithm) {
                    case ALG_AES_BLOCK_128_CBC_NOPAD ->
                            AesCipherWork.startCbc((AesKey) key, encrypting);
                    case ALG_AES_BLOCK_128_ECB_NOPAD ->
                            AesCipherWork.startEcb((AesKey) key, encrypting);
                    default ->
                            RsaCipherWork.start(
                                    (RsaKey) key, algorithm == ALG_RSA_PKCS1, encrypting);
                };
    }

    @Override
    public void init(Key key, byte mode, byte[] parameter, short offset, short length) {
        requireUsable(key, mode);
        if (algorithm != ALG_AES_BLOCK_128_CBC_NOPAD) {
            CryptoException.throwIt(CryptoException.ILLEGAL_VALUE);
        }
        work =
                AesCipherWork.startCbc(
                        (AesKey) key, mode == MODE_ENCRYPT, parameter, offset, length);
    }

    private void requireUsable(Key key, byte mode) {
        if (!key.isInitialized()) {
            CryptoException.throwIt(CryptoException.UNINITIALIZED_KEY);
        }
        boolean fits = isRsa() ? key instanceof RsaKey : key instanceof AesKey;
        if (!fits || (mode != MODE_ENCRYPT && mode != MODE_DECRYPT)) {
            CryptoException.throwIt(CryptoException.ILLEGAL_VALUE);
        }
    }

    @Override
    public byte getAlgorithm() {
        return algorithm;
    }

    @Override
    public short update(
            byte[] input, short offset, short length, byte[] output, short outputOffset) {
        return deliver(work().update(input, offset, length), output, outputOffset);
    }

    @Override
    public short doFinal(
            byte[] input, short offset, short length, byte[] output, short outputOffset) {
        return deliver(work().finish(input, offset, length), output, outputOffset);
    }

    private static short deliver(byte[] made, byte[] target, short offset) {
        if (made.length > 0) {
            Util.arrayCopy(made, (short) 0, target, offset, (short) made.length);
        }
        return (short) made.length;
    }

    private CipherWork work() {
        if (work == null) {
            throw new CryptoException(CryptoException.INVALID_INIT);
        }
        return work;
    }
}

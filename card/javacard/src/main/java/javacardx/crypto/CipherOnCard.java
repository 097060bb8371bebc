package javacardx.crypto;

import javacard.framework.Util;
import javacard.security.CryptoException;
import javacard.security.Key;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.machine.CipherWork;
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
        if (algorithm != ALG_RSA_PKCS1 && algorithm != ALG_RSA_NOPAD) {
            CryptoException.throwIt(CryptoException.NO_SUCH_ALGORITHM);
        }
    }

    @Override
    public void init(Key key, byte mode) {
        if (!key.isInitialized()) {
            CryptoException.throwIt(CryptoException.UNINITIALIZED_KEY);
        }
        if (!(key instanceof RsaKey) || (mode != MODE_ENCRYPT && mode != MODE_DECRYPT)) {
            CryptoException.throwIt(CryptoException.ILLEGAL_VALUE);
        }
        work = CipherWork.start((RsaKey) key, algorithm == ALG_RSA_PKCS1, mode == MODE_ENCRYPT);
    }

    @Override
    public byte getAlgorithm() {
        return algorithm;
    }

    @Override
    public short update(
            byte[] input, short offset, short length, byte[] output, short outputOffset) {
        work().gather(input, offset, length);
        return 0;
    }

    @Override
    public short doFinal(
            byte[] input, short offset, short length, byte[] output, short outputOffset) {
        work().gather(input, offset, length);
        byte[] result = work().finish();
        Util.arrayCopy(result, (short) 0, output, outputOffset, (short) result.length);
        return (short) result.length;
    }

    private CipherWork work() {
        if (work == null) {
            throw new CryptoException(CryptoException.INVALID_INIT);
        }
        return work;
    }
}

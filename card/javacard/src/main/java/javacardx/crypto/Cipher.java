package javacardx.crypto;

import javacard.security.Key;
import org.openmyna.card.nvm.InNvm;

/**
 * RSA ciphers: raw, and with the padding of PKCS#1 v1.5 (type 1 under a private key, type 2 under a
 * public key).
 */
@InNvm
public abstract class Cipher {
    public static final byte ALG_RSA_PKCS1 = 10;
    public static final byte ALG_RSA_NOPAD = 12;
    public static final byte MODE_DECRYPT = 1;
    public static final byte MODE_ENCRYPT = 2;

    protected Cipher() {}

    public static final Cipher getInstance(byte algorithm, boolean externalAccess) {
        return new CipherOnCard(algorithm);
    }

    public abstract void init(Key key, byte mode);

    public abstract byte getAlgorithm();

    /** Gathers input; RSA gives no output before {@link #doFinal}. */
    public abstract short update(
            byte[] input, short offset, short length, byte[] output, short outputOffset);

    public abstract short doFinal(
            byte[] input, short offset, short length, byte[] output, short outputOffset);
}

package javacardx.crypto;

import javacard.security.Key;
import org.openmyna.card.nvm.InNvm;

/**
 * RSA ciphers: raw, and with the padding of PKCS#1 v1.5 (type 1 under a private key, type 2 under a
 * public key). AES ciphers in blocks of 128 bits, with keys of any length, without padding.
 */
@InNvm
public abstract class Cipher {
    public static final byte ALG_RSA_PKCS1 = 10;
    public static final byte ALG_RSA_NOPAD = 12;
    public static final byte ALG_AES_BLOCK_128_CBC_NOPAD = 13;
    public static final byte ALG_AES_BLOCK_128_ECB_NOPAD = 14;
    public static final byte MODE_DECRYPT = 1;
    public static final byte MODE_ENCRYPT = 2;

    protected Cipher() {}

    public static final Cipher getInstance(byte algorithm, boolean externalAccess) {
        return new CipherOnCard(algorithm);
    }

    /** CBC begins with an initial vector of zeros. */
    public abstract void init(Key key, byte mode);

    /** CBC alone, with its initial vector of 16 bytes. */
    public abstract void init(Key key, byte mode, byte[] parameter, short offset, short length);

    public abstract byte getAlgorithm();

    /** AES gives each block that is full; RSA gives no output before {@link #doFinal}. */
    public abstract short update(
            byte[] input, short offset, short length, byte[] output, short outputOffset);

    /** The end; the next input begins as after {@code init}. */
    public abstract short doFinal(
            byte[] input, short offset, short length, byte[] output, short outputOffset);
}

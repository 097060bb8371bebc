package javacard.security;

import org.openmyna.card.nvm.InNvm;

/**
 * RSA signatures: RSASSA-PKCS1-v1_5 and RSASSA-PSS (RFC 8017 8) over SHA-1, SHA-256, SHA-384,
 * SHA-512; AES-CMAC (NIST SP 800-38B).
 */
@InNvm
public abstract class Signature {
    public static final byte ALG_RSA_SHA_PKCS1 = 10;
    public static final byte ALG_RSA_SHA_PKCS1_PSS = 21;
    public static final byte ALG_RSA_SHA_256_PKCS1 = 40;
    public static final byte ALG_RSA_SHA_384_PKCS1 = 41;
    public static final byte ALG_RSA_SHA_512_PKCS1 = 42;
    public static final byte ALG_RSA_SHA_256_PKCS1_PSS = 44;
    public static final byte ALG_RSA_SHA_384_PKCS1_PSS = 45;
    public static final byte ALG_RSA_SHA_512_PKCS1_PSS = 46;
    public static final byte ALG_AES_CMAC_128 = 49;
    public static final byte MODE_SIGN = 1;
    public static final byte MODE_VERIFY = 2;

    protected Signature() {}

    public static final Signature getInstance(byte algorithm, boolean externalAccess) {
        return new SignatureOnCard(algorithm);
    }

    public abstract void init(Key key, byte mode);

    public abstract byte getAlgorithm();

    /** Length of a signature in bytes; the key must be set. */
    public abstract short getLength();

    public abstract void update(byte[] input, short offset, short length);

    public abstract short sign(
            byte[] input, short offset, short length, byte[] signature, short signatureOffset);

    /** The caller hashed already; the hash must have the length of the algorithm. */
    public abstract short signPreComputedHash(
            byte[] hash, short offset, short length, byte[] signature, short signatureOffset);

    public abstract boolean verify(
            byte[] input,
            short offset,
            short length,
            byte[] signature,
            short signatureOffset,
            short signatureLength);
}

package org.openmyna.card.javacard.machine;

import java.security.MessageDigest;
import java.util.Arrays;
import javacard.security.CryptoException;
import javacard.security.Signature;

/** An RSA signature: the hash while it runs, then its encoding under the key. */
public final class RsaSigningWork implements SigningWork {
    private final RsaKey key;
    private final boolean signing;
    private final byte hashAlgorithm;
    private final boolean pss;
    private final MessageDigest digest;

    private RsaSigningWork(RsaKey key, boolean signing, byte hashAlgorithm, boolean pss) {
        this.key = key;
        this.signing = signing;
        this.hashAlgorithm = hashAlgorithm;
        this.pss = pss;
        digest = Hashes.start(hashAlgorithm);
    }

    public static boolean knows(byte algorithm) {
        return hashOf(algorithm) != 0;
    }

    public static RsaSigningWork start(byte algorithm, RsaKey key, boolean signing) {
        boolean pss =
                algorithm == Signature.ALG_RSA_SHA_PKCS1_PSS
                        || algorithm >= Signature.ALG_RSA_SHA_256_PKCS1_PSS;
        return new RsaSigningWork(key, signing, hashOf(algorithm), pss);
    }

    private static byte hashOf(byte algorithm) {
        return switch (algorithm) {
            case Signature.ALG_RSA_SHA_PKCS1, Signature.ALG_RSA_SHA_PKCS1_PSS ->
                    javacard.security.MessageDigest.ALG_SHA;
            case Signature.ALG_RSA_SHA_256_PKCS1, Signature.ALG_RSA_SHA_256_PKCS1_PSS ->
                    javacard.security.MessageDigest.ALG_SHA_256;
            case Signature.ALG_RSA_SHA_384_PKCS1, Signature.ALG_RSA_SHA_384_PKCS1_PSS ->
                    javacard.security.MessageDigest.ALG_SHA_384;
            case Signature.ALG_RSA_SHA_512_PKCS1, Signature.ALG_RSA_SHA_512_PKCS1_PSS ->
                    javacard.security.MessageDigest.ALG_SHA_512;
            default -> 0;
        };
    }

    @Override
    public short length() {
        return (short) key.modulusBytes();
    }

    @Override
    public void update(byte[] input, int offset, int length) {
        digest.update(input, offset, length);
    }

    @Override
    public byte[] sign() {
        requireMode(true);
        return key.apply(encode(digest.digest()));
    }

    @Override
    public byte[] signHash(byte[] hash, int offset, int length) {
        requireMode(true);
        if (length != Hashes.length(hashAlgorithm)) {
            CryptoException.throwIt(CryptoException.ILLEGAL_USE);
        }
        digest.reset();
        return key.apply(encode(Arrays.copyOfRange(hash, offset, offset + length)));
    }

    @Override
    public boolean verify(byte[] signature, int offset, int length) {
        requireMode(false);
        byte[] hash = digest.digest();
        if (length != key.modulusBytes()) {
            return false;
        }
        byte[] block;
        try {
            block = key.apply(Arrays.copyOfRange(signature, offset, offset + length));
        } catch (CryptoException notBelowTheModulus) {
            return false;
        }
        return pss
                ? new Pss(hashAlgorithm).rfc8017_9_1_2_verify(hash, block)
                : MessageDigest.isEqual(block, encode(hash));
    }

    private byte[] encode(byte[] hash) {
        if (!pss) {
            return Pkcs1.rfc8017_9_2_block(
                    Pkcs1.digestInfo(hash, hashAlgorithm), key.modulusBytes());
        }
        byte[] salt = Machine.current().randomBytes(hash.length);
        return new Pss(hashAlgorithm).rfc8017_9_1_1_encode(hash, salt, key.modulusBytes());
    }

    private void requireMode(boolean wanted) {
        if (signing != wanted) {
            CryptoException.throwIt(CryptoException.INVALID_INIT);
        }
    }
}

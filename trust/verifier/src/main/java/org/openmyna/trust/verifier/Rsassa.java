package org.openmyna.trust.verifier;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * RSASSA-PKCS1-v1_5 verification (RFC 8017 8.2.2) over a digest: the block that the signer must
 * have made is built and compared as a whole. Nothing is searched for inside the recovered block,
 * which is how forged signatures with e = 3 once got through.
 *
 * <p>The public-key operation is the provider's. The digest comes from the caller because large
 * files are hashed as they stream by, and {@code Signature} takes no finished digest.
 */
final class Rsassa {
    private final @Nullable Provider accelerator;

    Rsassa(Optional<Provider> accelerator) {
        this.accelerator = accelerator.orElse(null);
    }

    static byte[] digestInfo(byte[] sha256) {
        return ContentDigest.SHA_256.digestInfo(sha256);
    }

    /** As the other, over a SHA-256 digest. */
    SignatureOutcome rfc8017_8_2_2(RSAPublicKey key, byte[] sha256, byte[] signature) {
        return rfc8017_8_2_2(key, SignedContent.ofSha256(sha256), signature);
    }

    /** RFC 8017 8.2.2; a signature of another length than the modulus is wrong (step 1). */
    SignatureOutcome rfc8017_8_2_2(RSAPublicKey key, SignedContent content, byte[] signature) {
        byte[] digest = content.digest();
        int length = (key.getModulus().bitLength() + 7) / 8;
        if (signature.length != length) return SignatureOutcome.WRONG;
        if (new BigInteger(1, signature).compareTo(key.getModulus()) >= 0)
            return SignatureOutcome.WRONG;
        byte[] block = rfc8017_5_2_2_rsavp1(key, signature);
        if (MessageDigest.isEqual(
                block, rfc8017_9_2_emsa(content.algorithm().digestInfo(digest), length)))
            return SignatureOutcome.FITS;
        if (MessageDigest.isEqual(block, rfc8017_9_2_emsa(digest, length)))
            return SignatureOutcome.OVER_BARE_HASH;
        return SignatureOutcome.WRONG;
    }

    /** EM = 00 01 FF … FF 00 T, with at least eight FF. */
    private static byte[] rfc8017_9_2_emsa(byte[] t, int length) {
        byte[] block = new byte[length];
        Arrays.fill(block, (byte) 0xFF);
        block[0] = 0;
        block[1] = 1;
        block[length - t.length - 1] = 0;
        System.arraycopy(t, 0, block, length - t.length, t.length);
        return block;
    }

    private byte[] rfc8017_5_2_2_rsavp1(RSAPublicKey key, byte[] signature) {
        try {
            Cipher rsa =
                    accelerator == null
                            ? Cipher.getInstance("RSA/ECB/NoPadding")
                            : Cipher.getInstance("RSA/ECB/NoPadding", accelerator);
            rsa.init(Cipher.ENCRYPT_MODE, key);
            return rsa.doFinal(signature);
        } catch (GeneralSecurityException refused) {
            // The provider refuses a key or a number that the checks before let through: not good.
            return new byte[0];
        }
    }
}

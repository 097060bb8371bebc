package org.openmyna.card.issuer.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import org.openmyna.card.protocol.CvSigner;
import org.openmyna.kernel.NativeCrypto;

/**
 * One RSA-2048 key of the issuer at work. The key object is the provider's own: a foreign one would
 * be translated at every use. Many threads may sign at once.
 */
final class RsaSigner implements CvSigner {
    private static final int BLOCK = 256;
    private static final String RAW = "RSA/ECB/NoPadding";

    private final RSAPublicKey publicKey;
    private final PrivateKey privateKey;
    private final Optional<Provider> accelerator = NativeCrypto.provider();

    RsaSigner(KeyPair pair) {
        publicKey = (RSAPublicKey) pair.getPublic();
        try {
            KeyFactory factory =
                    accelerator.isPresent()
                            ? KeyFactory.getInstance("RSA", accelerator.get())
                            : KeyFactory.getInstance("RSA");
            privateKey =
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    RSAPublicKey publicKey() {
        return publicKey;
    }

    /**
     * RFC 8017, 9.2, steps 3 to 5, and the private operation, whose result both providers check
     * with the public exponent before they give it away.
     */
    @Override
    public byte[] sign(byte[] digestInfo) {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, 1, BLOCK, (byte) 0xFF);
        block[1] = 1;
        block[BLOCK - digestInfo.length - 1] = 0;
        System.arraycopy(digestInfo, 0, block, BLOCK - digestInfo.length, digestInfo.length);
        return privateOperation(block);
    }

    private byte[] privateOperation(byte[] block) {
        try {
            Cipher cipher =
                    accelerator.isPresent()
                            ? Cipher.getInstance(RAW, accelerator.get())
                            : Cipher.getInstance(RAW);
            cipher.init(Cipher.DECRYPT_MODE, privateKey);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(refused);
        }
    }
}

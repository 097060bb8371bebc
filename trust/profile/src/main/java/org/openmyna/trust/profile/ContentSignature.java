package org.openmyna.trust.profile;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import org.openmyna.kernel.NativeCrypto;

/**
 * Whoever holds a private RSA key and signs with it: a file, an HSM, a chip. The profile builds
 * what is to be signed and never sees the key.
 */
@FunctionalInterface
public interface ContentSignature {
    /**
     * Signs with RSASSA-PKCS1-v1_5 and SHA-256 (RFC 8017 8.2.1).
     *
     * @param content the bytes to be hashed and signed, not their digest
     * @return the signature, 256 bytes
     */
    byte[] sign(byte[] content);

    /** A key in memory, with the accelerator where this machine has one. */
    static ContentSignature with(PrivateKey key) {
        return with(key, NativeCrypto.provider());
    }

    /**
     * A key in memory. The scheme has no chance in it, so every provider gives the same bytes.
     *
     * @param accelerator a fast provider where the machine has one, else the platform's own
     */
    static ContentSignature with(PrivateKey key, Optional<Provider> accelerator) {
        PrivateKey near = accelerator.map(provider -> translated(key, provider)).orElse(key);
        return content -> {
            try {
                Signature signature =
                        accelerator.isPresent()
                                ? Signature.getInstance("SHA256withRSA", accelerator.get())
                                : Signature.getInstance("SHA256withRSA");
                signature.initSign(near);
                signature.update(content);
                return signature.sign();
            } catch (GeneralSecurityException refused) {
                throw new ContentSignatureFailed(refused);
            }
        };
    }

    /** Once here rather than at each signature; a key it cannot take stays as it is. */
    private static PrivateKey translated(PrivateKey key, Provider provider) {
        try {
            Key near = KeyFactory.getInstance("RSA", provider).translateKey(key);
            return near instanceof PrivateKey translated ? translated : key;
        } catch (GeneralSecurityException notForIt) {
            return key;
        }
    }
}

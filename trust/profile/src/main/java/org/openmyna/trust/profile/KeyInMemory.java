package org.openmyna.trust.profile;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;

/** Signs with a key that the JDK, or the accelerator, holds; content goes through in pieces. */
record KeyInMemory(PrivateKey key, Optional<Provider> accelerator) implements ContentSignature {
    private static final int CHUNK = 1 << 16;

    static KeyInMemory of(PrivateKey key, Optional<Provider> accelerator) {
        PrivateKey near = accelerator.map(provider -> translated(key, provider)).orElse(key);
        return new KeyInMemory(near, accelerator);
    }

    /** Once here rather than at each signature; a key it cannot take stays as it is. */
    private static PrivateKey translated(PrivateKey key, Provider provider) {
        try {
            Key near = KeyFactory.getInstance(key.getAlgorithm(), provider).translateKey(key);
            return near instanceof PrivateKey translated ? translated : key;
        } catch (GeneralSecurityException notForIt) {
            return key;
        }
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            Signature signature = begun();
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException refused) {
            throw new ContentSignatureFailed(refused);
        }
    }

    @Override
    public byte[] sign(InputStream content) throws IOException {
        try {
            Signature signature = begun();
            byte[] chunk = new byte[CHUNK];
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                signature.update(chunk, 0, count);
            }
            return signature.sign();
        } catch (GeneralSecurityException refused) {
            throw new ContentSignatureFailed(refused);
        }
    }

    private Signature begun() throws GeneralSecurityException {
        String scheme =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> throw new NoSuchAlgorithmException(key.getAlgorithm());
                };
        Signature signature =
                accelerator.isPresent()
                        ? Signature.getInstance(scheme, accelerator.get())
                        : Signature.getInstance(scheme);
        signature.initSign(key);
        return signature;
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "KeyInMemory[hidden]";
    }
}

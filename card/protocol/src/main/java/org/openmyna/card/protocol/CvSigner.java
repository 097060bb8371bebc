package org.openmyna.card.protocol;

import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateKey;
import javax.crypto.Cipher;

/** Whoever signs a file of the card: an issuer's key, wherever it lies. */
@FunctionalInterface
public interface CvSigner {
    /**
     * RSA over the type-1 padded block of RFC 8017, 9.2 steps 3 to 5: the DigestInfo is complete
     * and must not be hashed again.
     *
     * @param digestInfo 51 bytes, or 115 for the face record
     * @return the signature, 256 bytes
     */
    byte[] sign(byte[] digestInfo);

    /** Signs with a key in the memory of this program: for tests and for test issuers. */
    static CvSigner of(RSAPrivateKey key) {
        return digestInfo -> {
            try {
                Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
                rsa.init(Cipher.ENCRYPT_MODE, key); // with a private key: padding of type 1
                return rsa.doFinal(digestInfo);
            } catch (GeneralSecurityException refused) {
                throw new IllegalArgumentException("this key signs no DigestInfo", refused);
            }
        };
    }
}

package org.openmyna.trust.profile;

import java.io.IOException;
import java.io.InputStream;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openmyna.kernel.NativeCrypto;

/**
 * Whoever holds a private key and signs with it: a file, an HSM, a chip. The profile builds what is
 * to be signed and never sees the key.
 */
@FunctionalInterface
public interface ContentSignature {
    /**
     * Signs with RSASSA-PKCS1-v1_5 and SHA-256 (RFC 8017 8.2.1), as everything of the profile is
     * signed; a P-256 key, for what is not of the profile, signs with ECDSA and SHA-256.
     *
     * @param content the bytes to be hashed and signed, not their digest
     * @return the signature: of RSA-2048 256 bytes, of P-256 the DER of its two numbers
     */
    byte[] sign(byte[] content);

    /**
     * Signs content that is too long for an array, with the same result. As it stands it reads
     * everything into one all the same; whoever can sign piece by piece (C_SignUpdate of PKCS#11)
     * does it better, and {@link #overDigest} does for those who sign digests.
     *
     * @param content read to its end, not closed
     * @throws IOException if it cannot be read
     */
    default byte[] sign(InputStream content) throws IOException {
        return sign(content.readAllBytes());
    }

    /** A key in memory, with the accelerator where this machine has one. */
    static ContentSignature with(PrivateKey key) {
        return with(key, NativeCrypto.provider());
    }

    /**
     * A key in memory, RSA or P-256. RSA's scheme has no chance in it, so every provider gives the
     * same bytes.
     *
     * @param accelerator a fast provider where the machine has one, else the platform's own
     */
    static ContentSignature with(PrivateKey key, Optional<Provider> accelerator) {
        return KeyInMemory.of(key, accelerator);
    }

    /**
     * Somebody who is handed the digest alone, however long the content: a card, a token or a
     * service on the network (CKM_RSA_PKCS, CKM_ECDSA).
     *
     * @param signer gets a SHA-256 digest of 32 bytes, answers the signature; the DigestInfo of RFC
     *     8017 9.2 is its own matter
     */
    static ContentSignature overDigest(UnaryOperator<byte[]> signer) {
        return new DigestSignature(signer);
    }
}

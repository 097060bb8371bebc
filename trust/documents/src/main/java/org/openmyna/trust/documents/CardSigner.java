package org.openmyna.trust.documents;

/** Whoever holds the signature key: a card after its password was accepted. */
public interface CardSigner {
    /** The signature certificate (署名用電子証明書) of the key, DER. */
    byte[] certificate();

    /**
     * Signs with RSASSA-PKCS1-v1_5, adding the padding only.
     *
     * @param digestInfo DER DigestInfo of a SHA-256 digest, 51 bytes
     * @return the signature, 256 bytes, big-endian
     */
    byte[] sign(byte[] digestInfo);
}

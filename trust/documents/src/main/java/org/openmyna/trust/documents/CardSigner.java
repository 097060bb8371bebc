package org.openmyna.trust.documents;

/** Whoever holds a private key: a card after its password was accepted. */
public interface CardSigner {
    /** The certificate of the key, DER; documents want the signature certificate (署名用電子証明書). */
    byte[] certificate();

    /**
     * Signs with RSASSA-PKCS1-v1_5, adding the padding only.
     *
     * @param digestInfo DER DigestInfo: 51 bytes for SHA-256, 67 for SHA-384, 83 for SHA-512
     * @return the signature, 256 bytes, big-endian
     */
    byte[] sign(byte[] digestInfo);
}

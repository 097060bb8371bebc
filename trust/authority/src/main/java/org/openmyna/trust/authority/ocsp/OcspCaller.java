package org.openmyna.trust.authority.ocsp;

/** Who asks, as far as the transport knows. */
public sealed interface OcspCaller {
    /** Nobody in particular. */
    record Anonymous() implements OcspCaller {}

    /**
     * Whoever showed a client certificate and proved to have its key. Whether it is registered is
     * for the {@link VerifierRegister} to say.
     *
     * @param certificateSha256 SHA-256 of the certificate's DER, 32 bytes; not to be changed
     */
    record Registered(byte[] certificateSha256) implements OcspCaller {}
}

package org.openmyna.card.javacard.machine;

/** One signature or verification between {@code init} and its end. Lives in RAM. */
public sealed interface SigningWork permits CmacWork, RsaSigningWork {
    /** Of a signature, in bytes. */
    short length();

    void update(byte[] input, int offset, int length);

    byte[] sign();

    byte[] signHash(byte[] hash, int offset, int length);

    boolean verify(byte[] signature, int offset, int length);
}

package org.openmyna.card.javacard.machine;

/** One encryption or decryption between {@code init} and {@code doFinal}. Lives in RAM. */
public sealed interface CipherWork permits AesCipherWork, RsaCipherWork {
    /** Takes more input; gives what can be given already. */
    byte[] update(byte[] input, int offset, int length);

    /** Takes the last input; gives the rest, and begins anew under the same key. */
    byte[] finish(byte[] input, int offset, int length);
}

package org.openmyna.card.applets;

import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.CryptoException;
import javacard.security.Key;
import javacardx.crypto.Cipher;

/**
 * The private key operation with its proof. The result is raised to the public exponent again and
 * has to give back what went in: a chip that computes one wrong bit (a laser, a glitch of its
 * power) would give away the factors of its key with a single signature. So the card dies instead,
 * and nothing of the result leaves.
 */
final class RsaOperation {

    private static final short LENGTH = KeySlot.MODULUS_LENGTH;

    private final CardState card;
    private final Cipher rsa;

    /** Transient: what goes in; also a public key on its way out. */
    private final byte[] block;

    /** Transient: what the public operation makes of the result. */
    private final byte[] check;

    RsaOperation(CardState card) {
        this.card = card;
        rsa = Cipher.getInstance(Cipher.ALG_RSA_NOPAD, false);
        block = JCSystem.makeTransientByteArray(KeySlot.PUBLIC_KEY_LENGTH, JCSystem.CLEAR_ON_RESET);
        check = JCSystem.makeTransientByteArray(LENGTH, JCSystem.CLEAR_ON_RESET);
    }

    /** The 256 octets that go in, big-endian, below the modulus. */
    byte[] block() {
        return block;
    }

    /** 256 octets to {@code to}; {@link #block} is empty afterwards. */
    void apply(KeySlot key, byte[] to, short at) {
        byte difference = 0;
        try {
            raw(key.privateKey(), block, (short) 0, to, at);
            raw(key.publicKey(), to, at, check, (short) 0);
        } catch (CryptoException impossible) {
            // What goes in is below the modulus, and the key was made whole: a wrong result was too
            // large for the proof, or the numbers of the key are no key any more.
            difference = 1;
        }
        for (short i = 0; i < LENGTH; i++) {
            difference = (byte) (difference | (byte) (check[i] ^ block[i]));
        }
        Util.arrayFillNonAtomic(block, (short) 0, LENGTH, (byte) 0);
        Util.arrayFillNonAtomic(check, (short) 0, LENGTH, (byte) 0);
        if (difference != 0) {
            Util.arrayFillNonAtomic(to, at, LENGTH, (byte) 0);
            card.attackDetected();
        }
    }

    /** Without padding both directions are the same; some chips leave zeros at the start away. */
    private void raw(Key key, byte[] from, short fromOffset, byte[] to, short at) {
        rsa.init(key, Cipher.MODE_DECRYPT);
        short length = rsa.doFinal(from, fromOffset, LENGTH, to, at);
        short missing = (short) (LENGTH - length);
        if (missing > 0) {
            Util.arrayCopyNonAtomic(to, at, to, (short) (at + missing), length);
            Util.arrayFillNonAtomic(to, at, missing, (byte) 0);
        }
    }
}

package org.openmyna.card.applets;

import javacard.framework.JCSystem;
import javacard.framework.Util;
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
        rsa.init(key.privateKey(), Cipher.MODE_DECRYPT);
        rsa.doFinal(block, (short) 0, LENGTH, to, at);
        rsa.init(key.publicKey(), Cipher.MODE_ENCRYPT);
        rsa.doFinal(to, at, LENGTH, check, (short) 0);
        byte difference = 0;
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
}

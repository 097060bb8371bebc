package org.openmyna.card.applets;

import javacard.framework.Util;
import javacard.security.KeyBuilder;
import javacard.security.KeyPair;
import javacard.security.PrivateKey;
import javacard.security.RSAPublicKey;

/**
 * An RSA key pair of 2,048 bits (内部EF), made on the chip and usable after its PIN. The private key
 * never leaves.
 */
final class KeyFile extends ElementaryFile {

    /** Octets of the modulus, and of every signature. */
    static final short MODULUS_LENGTH = (short) 256;

    /** Octets of the public key as {@link #writePublicKey} writes it. */
    static final short PUBLIC_KEY_LENGTH = (short) 270;

    private final PinFile pin;
    private final KeyPair pair;
    private boolean made;

    KeyFile(short id, PinFile pin) {
        super(id);
        this.pin = pin;
        this.pair = new KeyPair(KeyPair.ALG_RSA_CRT, KeyBuilder.LENGTH_RSA_2048);
    }

    boolean isMade() {
        return made;
    }

    boolean isOpen() {
        return pin.isVerified();
    }

    PrivateKey privateKey() {
        return pair.getPrivate();
    }

    /**
     * A new pair in place of the old one. If power fails half-way there is no key at all, never
     * half a key.
     */
    void generate() {
        made = false;
        pair.genKeyPair();
        made = true;
    }

    /** ISO/IEC 7816-8 public key: {@code 7F49 82 0109 { 81 82 0100 modulus, 82 03 010001 }}. */
    void writePublicKey(byte[] to) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        Util.setShort(to, (short) 0, (short) 0x7F49);
        to[2] = (byte) 0x82;
        Util.setShort(to, (short) 3, (short) (PUBLIC_KEY_LENGTH - 5));
        Util.setShort(to, (short) 5, (short) 0x8182);
        Util.setShort(to, (short) 7, MODULUS_LENGTH);
        key.getModulus(to, (short) 9);
        Util.setShort(to, (short) (9 + MODULUS_LENGTH), (short) 0x8203);
        key.getExponent(to, (short) (11 + MODULUS_LENGTH));
    }
}

package org.openmyna.card.applets;

import javacard.framework.Util;
import javacard.security.KeyBuilder;
import javacard.security.KeyPair;
import javacard.security.PrivateKey;
import javacard.security.PublicKey;
import javacard.security.RSAPublicKey;

/** Room for one RSA key pair of 2,048 bits, made on the chip. The private key never leaves. */
final class KeySlot {

    /** Octets of the modulus, and of every signature. */
    static final short MODULUS_LENGTH = (short) 256;

    /** Octets of the public key as {@link #writePublicKey} writes it. */
    static final short PUBLIC_KEY_LENGTH = (short) 270;

    private final KeyPair pair = new KeyPair(KeyPair.ALG_RSA_CRT, KeyBuilder.LENGTH_RSA_2048);
    private boolean made;

    boolean isMade() {
        return made;
    }

    PrivateKey privateKey() {
        return pair.getPrivate();
    }

    PublicKey publicKey() {
        return pair.getPublic();
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

    /** First out of use, then overwritten. */
    void erase() {
        made = false;
        pair.getPrivate().clearKey();
        pair.getPublic().clearKey();
    }

    /** ISO/IEC 7816-8 public key: {@code 7F49 82 0109 { 81 82 0100 modulus, 82 03 010001 }}. */
    short writePublicKey(byte[] to, short at) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        Util.setShort(to, at, (short) 0x7F49);
        to[(short) (at + 2)] = (byte) 0x82;
        Util.setShort(to, (short) (at + 3), (short) (PUBLIC_KEY_LENGTH - 5));
        Util.setShort(to, (short) (at + 5), (short) 0x8182);
        Util.setShort(to, (short) (at + 7), MODULUS_LENGTH);
        key.getModulus(to, (short) (at + 9));
        Util.setShort(to, (short) (at + (short) (9 + MODULUS_LENGTH)), (short) 0x8203);
        key.getExponent(to, (short) (at + (short) (11 + MODULUS_LENGTH)));
        return PUBLIC_KEY_LENGTH;
    }

    /** The modulus alone, 256 octets. */
    void writeModulus(byte[] to, short at) {
        ((RSAPublicKey) pair.getPublic()).getModulus(to, at);
    }
}

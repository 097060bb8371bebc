package org.openmyna.card.applets;

import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.AESKey;
import javacard.security.KeyBuilder;
import javacard.security.Signature;

/**
 * The keys of one session (S-ENC, S-MAC, S-RMAC of GlobalPlatform Amendment D 6.2.1), in memory
 * that forgets them when another application is selected.
 */
final class SessionKeys {

    /** Octets of the host challenge and of the card challenge, and of both cryptograms. */
    static final short CHALLENGE_LENGTH = (short) 8;

    /** Amendment D 4.1.5, data derivation constants. */
    static final byte CARD_CRYPTOGRAM = (byte) 0x00;

    static final byte HOST_CRYPTOGRAM = (byte) 0x01;
    private static final byte S_ENC = (byte) 0x04;
    private static final byte S_MAC = (byte) 0x06;
    private static final byte S_RMAC = (byte) 0x07;

    private static final short CONSTANT_OFFSET = (short) 11;
    private static final short LENGTH_OFFSET = (short) 13;
    private static final short COUNTER_OFFSET = (short) 15;
    private static final short CONTEXT_OFFSET = (short) 16;
    private static final short DERIVATION_LENGTH = (short) 32;

    private static final short KEY_BITS = (short) 128;
    private static final short CRYPTOGRAM_BITS = (short) 64;

    private final ChannelKeys keys;
    private final Signature cmac;
    private final AESKey enc;
    private final AESKey mac;
    private final AESKey rmac;

    /** Transient: what the pseudo-random function runs over. */
    private final byte[] derivation;

    /** Transient: a key on its way into its object. */
    private final byte[] derived;

    SessionKeys(ChannelKeys keys, Signature cmac) {
        this.keys = keys;
        this.cmac = cmac;
        byte type = KeyBuilder.TYPE_AES_TRANSIENT_DESELECT;
        enc = (AESKey) KeyBuilder.buildKey(type, KeyBuilder.LENGTH_AES_128, false);
        mac = (AESKey) KeyBuilder.buildKey(type, KeyBuilder.LENGTH_AES_128, false);
        rmac = (AESKey) KeyBuilder.buildKey(type, KeyBuilder.LENGTH_AES_128, false);
        derivation = JCSystem.makeTransientByteArray(DERIVATION_LENGTH, JCSystem.CLEAR_ON_DESELECT);
        derived =
                JCSystem.makeTransientByteArray(ChannelKeys.KEY_LENGTH, JCSystem.CLEAR_ON_DESELECT);
    }

    AESKey enc() {
        return enc;
    }

    AESKey mac() {
        return mac;
    }

    AESKey rmac() {
        return rmac;
    }

    /** Amendment D 6.2.1. {@code context}: host challenge, then card challenge. */
    void derive(byte[] context, short offset) {
        Util.arrayCopyNonAtomic(
                context,
                offset,
                derivation,
                CONTEXT_OFFSET,
                (short) (CHALLENGE_LENGTH + CHALLENGE_LENGTH));
        derive(keys.enc(), S_ENC, enc);
        derive(keys.mac(), S_MAC, mac);
        derive(keys.mac(), S_RMAC, rmac);
        Util.arrayFillNonAtomic(derived, (short) 0, ChannelKeys.KEY_LENGTH, (byte) 0);
    }

    private void derive(AESKey from, byte constant, AESKey to) {
        amendmentD_4_1_5(from, constant, KEY_BITS, derived, (short) 0);
        to.setKey(derived, (short) 0);
    }

    /** Amendment D 6.2.2.2 and 6.2.2.3; 16 octets are written, the cryptogram is the first 8. */
    void writeCryptogram(byte constant, byte[] to, short offset) {
        amendmentD_4_1_5(mac, constant, CRYPTOGRAM_BITS, to, offset);
    }

    /**
     * Data derivation scheme: the KDF in counter mode of NIST SP 800-108 5.1 with CMAC, one round.
     * Eleven zeros and the constant (label), 00, length in bits, counter, context.
     */
    private void amendmentD_4_1_5(AESKey key, byte constant, short bits, byte[] to, short offset) {
        derivation[CONSTANT_OFFSET] = constant;
        Util.setShort(derivation, LENGTH_OFFSET, bits);
        derivation[COUNTER_OFFSET] = (byte) 0x01;
        cmac.init(key, Signature.MODE_SIGN);
        cmac.sign(derivation, (short) 0, DERIVATION_LENGTH, to, offset);
    }

    void forget() {
        enc.clearKey();
        mac.clearKey();
        rmac.clearKey();
        Util.arrayFillNonAtomic(derivation, (short) 0, DERIVATION_LENGTH, (byte) 0);
    }
}

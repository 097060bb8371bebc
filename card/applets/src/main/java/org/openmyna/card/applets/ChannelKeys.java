package org.openmyna.card.applets;

import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.AESKey;
import javacard.security.KeyBuilder;
import javacardx.crypto.Cipher;

/**
 * The three static keys of the issuer (Key-ENC, Key-MAC, Key-DEK of GlobalPlatform Amendment D
 * 6.2.1), AES of 128 bits, key version 01. All of them or none.
 */
final class ChannelKeys {

    static final byte VERSION = (byte) 0x01;

    /** Octets of a PUT KEY body: the version, and three times type, key and check value. */
    static final short BODY_LENGTH = (short) 67;

    static final short KEY_LENGTH = (short) 16;

    private static final byte TYPE_AES = (byte) 0x88;
    private static final byte CHECK_VALUE_LENGTH = (byte) 3;

    /** Type, length, key, length, check value. */
    private static final short COMPONENT_LENGTH = (short) 22;

    private static final short KEY_OFFSET = (short) 2;
    private static final short CHECK_VALUE_OFFSET = (short) 19;

    private final AESKey enc;
    private final AESKey mac;
    private final AESKey dek;
    private final Cipher cipher;

    /** Transient: a key whose check value is computed. */
    private final AESKey candidate;

    /** Transient: a block of ones, and what it becomes. */
    private final byte[] block;

    /** {@code cipher} is AES in CBC mode. */
    ChannelKeys(Cipher cipher) {
        this.cipher = cipher;
        enc = (AESKey) KeyBuilder.buildKey(KeyBuilder.TYPE_AES, KeyBuilder.LENGTH_AES_128, false);
        mac = (AESKey) KeyBuilder.buildKey(KeyBuilder.TYPE_AES, KeyBuilder.LENGTH_AES_128, false);
        dek = (AESKey) KeyBuilder.buildKey(KeyBuilder.TYPE_AES, KeyBuilder.LENGTH_AES_128, false);
        candidate =
                (AESKey)
                        KeyBuilder.buildKey(
                                KeyBuilder.TYPE_AES_TRANSIENT_DESELECT,
                                KeyBuilder.LENGTH_AES_128,
                                false);
        block = JCSystem.makeTransientByteArray(KEY_LENGTH, JCSystem.CLEAR_ON_DESELECT);
    }

    boolean arePresent() {
        return enc.isInitialized() && mac.isInitialized() && dek.isInitialized();
    }

    AESKey enc() {
        return enc;
    }

    AESKey mac() {
        return mac;
    }

    /**
     * Body of PUT KEY (GlobalPlatform Card Specification 11.8.2.3): {@code 01}, then for ENC, MAC
     * and DEK {@code 88 10 key 03 check value}. All three in one step, or 6A80 and none.
     */
    void put(byte[] buffer, short offset) {
        if (buffer[offset] != VERSION) {
            ISOException.throwIt(StatusWord.WRONG_DATA);
        }
        short first = (short) (offset + 1);
        short second = (short) (first + COMPONENT_LENGTH);
        short third = (short) (second + COMPONENT_LENGTH);
        requireWhole(buffer, first);
        requireWhole(buffer, second);
        requireWhole(buffer, third);
        JCSystem.beginTransaction();
        enc.setKey(buffer, (short) (first + KEY_OFFSET));
        mac.setKey(buffer, (short) (second + KEY_OFFSET));
        dek.setKey(buffer, (short) (third + KEY_OFFSET));
        JCSystem.commitTransaction();
    }

    private void requireWhole(byte[] buffer, short component) {
        short check = (short) (component + CHECK_VALUE_OFFSET);
        boolean framed =
                buffer[component] == TYPE_AES
                        && buffer[(short) (component + 1)] == (byte) KEY_LENGTH
                        && buffer[(short) (check - 1)] == CHECK_VALUE_LENGTH;
        if (!framed) {
            ISOException.throwIt(StatusWord.WRONG_DATA);
        }
        candidate.setKey(buffer, (short) (component + KEY_OFFSET));
        Util.arrayFillNonAtomic(block, (short) 0, KEY_LENGTH, (byte) 0x01);
        cipher.init(candidate, Cipher.MODE_ENCRYPT);
        cipher.doFinal(block, (short) 0, KEY_LENGTH, block, (short) 0);
        candidate.clearKey();
        if (Util.arrayCompare(block, (short) 0, buffer, check, CHECK_VALUE_LENGTH) != 0) {
            ISOException.throwIt(StatusWord.WRONG_DATA);
        }
    }

    /** May be repeated. */
    void erase() {
        enc.clearKey();
        mac.clearKey();
        dek.clearKey();
    }
}

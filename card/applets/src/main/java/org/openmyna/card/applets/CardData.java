package org.openmyna.card.applets;

import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.MessageDigest;

/**
 * What GET DATA tells about the card as a whole, in the state of the card manager: nine objects,
 * free for everybody.
 */
final class CardData {

    /** Octets by which the issuer finds the keys of this card. */
    static final short DIVERSIFICATION_LENGTH = (short) 10;

    private static final short CARD_IDENTIFICATION_NUMBER = (short) 0x0045;

    private static final short TAG_LENGTH = (short) 2;
    private static final short ONE_LENGTH_OCTET = (short) 0x81;
    private static final short TWO_LENGTH_OCTETS = (short) 0x82;

    private final DataObject[] objects;
    private final DataObject cardIdentificationNumber;
    private final MessageDigest sha256;

    /** Transient: one digest. */
    private final byte[] digest;

    CardData() {
        cardIdentificationNumber = new DataObject(CARD_IDENTIFICATION_NUMBER, (short) 32);
        objects = new DataObject[9];
        // Key id of the issuer.
        objects[0] = new DataObject((short) 0x0042, (short) 16);
        objects[1] = cardIdentificationNumber;
        // Card recognition data.
        objects[2] = new DataObject((short) 0x0066, (short) 128);
        // Municipality code.
        objects[3] = new DataObject((short) 0x00F0, (short) 8);
        // Expiry date.
        objects[4] = new DataObject((short) 0x00F2, (short) 8);
        // Key id of the intermediate key, upper and lower card-verifiable certificate.
        objects[5] = new DataObject((short) 0x00F7, (short) 16);
        objects[6] = new DataObject((short) 0x00F8, (short) 576);
        objects[7] = new DataObject((short) 0x7F21, (short) 576);
        // Contact ATR without TS.
        objects[8] = new DataObject((short) 0x5F51, (short) 32);
        sha256 = MessageDigest.getInstance(MessageDigest.ALG_SHA_256, false);
        digest =
                JCSystem.makeTransientByteArray(
                        SignatureEncoding.HASH_LENGTH, JCSystem.CLEAR_ON_DESELECT);
    }

    /** The object of this tag, stored at some time; 6A88 otherwise. */
    DataObject present(short tag) {
        DataObject object = known(tag);
        if (object.length() == 0) {
            ISOException.throwIt(StatusWord.DATA_NOT_FOUND);
        }
        return object;
    }

    private DataObject known(short tag) {
        for (byte i = 0; i < (byte) objects.length; i++) {
            if (objects[i].tag() == tag) {
                return objects[i];
            }
        }
        ISOException.throwIt(StatusWord.DATA_NOT_FOUND);
        return null;
    }

    /**
     * Body of STORE DATA: two octets of tag, the length as in DER, the value; one object, whole.
     */
    void store(byte[] buffer, short offset, short length) {
        if (length <= (short) (TAG_LENGTH + 1)) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        DataObject object = known(Util.getShort(buffer, offset));
        short at = (short) (offset + TAG_LENGTH);
        short valueLength = (short) (buffer[at] & 0xFF);
        at = (short) (at + 1);
        if (valueLength == ONE_LENGTH_OCTET) {
            valueLength = (short) (buffer[at] & 0xFF);
            at = (short) (at + 1);
            requireShortest(valueLength > 0x7F);
        } else if (valueLength == TWO_LENGTH_OCTETS) {
            valueLength = Util.getShort(buffer, at);
            at = (short) (at + 2);
            requireShortest(valueLength > 0xFF);
        } else {
            requireShortest(valueLength <= 0x7F);
        }
        if (valueLength != (short) (length - (short) (at - offset))) {
            ISOException.throwIt(StatusWord.WRONG_DATA);
        }
        object.store(buffer, at, valueLength);
    }

    private static void requireShortest(boolean form) {
        if (!form) {
            ISOException.throwIt(StatusWord.WRONG_DATA);
        }
    }

    /** The first octets of SHA-256 over the card identification number, absent or not. */
    void writeDiversification(byte[] to, short offset) {
        sha256.reset();
        sha256.doFinal(
                cardIdentificationNumber.content(),
                (short) 0,
                cardIdentificationNumber.length(),
                digest,
                (short) 0);
        Util.arrayCopyNonAtomic(digest, (short) 0, to, offset, DIVERSIFICATION_LENGTH);
    }
}

package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;

/**
 * The answer to the SELECT that has just made an application current (ISO/IEC 7816-4 SELECT by DF
 * name).
 */
final class Selection {

    private static final byte P2_RESPONSE = (byte) 0x0C;
    private static final byte P2_FILE_CONTROL_INFORMATION = (byte) 0x00;
    private static final byte P2_NOTHING = (byte) 0x0C;

    /** All bits of P2 but those for the answer and for first or next occurrence. */
    private static final byte P2_REST = (byte) 0xF1;

    private static final byte TAG_FILE_CONTROL_INFORMATION = (byte) 0x6F;
    private static final byte TAG_DF_NAME = (byte) 0x84;

    private Selection() {}

    /** P2 = 0C or 0E: no data. P2 = 00 or 02: {@code 6F len 84 len AID}, as far as Le wants it. */
    static void answer(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        byte response = (byte) (buffer[ISO7816.OFFSET_P2] & P2_RESPONSE);
        if (response == P2_NOTHING) {
            return;
        }
        if (response != P2_FILE_CONTROL_INFORMATION) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        short wanted = apdu.setOutgoing();
        byte nameLength = JCSystem.getAID().getBytes(buffer, (short) 4);
        buffer[0] = TAG_FILE_CONTROL_INFORMATION;
        buffer[1] = (byte) (nameLength + 2);
        buffer[2] = TAG_DF_NAME;
        buffer[3] = nameLength;
        short length = (short) (nameLength + 4);
        if (wanted >= 0 && wanted < length) {
            length = wanted;
        }
        apdu.setOutgoingLength(length);
        apdu.sendBytes((short) 0, length);
    }

    /** A SELECT by name that a runtime hands on: it knows all names, so this one is nobody's. */
    static void refuseName(byte p2) {
        boolean known =
                (p2 & P2_REST) == 0
                        && ((p2 & P2_RESPONSE) == P2_NOTHING || (p2 & P2_RESPONSE) == 0);
        ISOException.throwIt(known ? StatusWord.FILE_NOT_FOUND : StatusWord.WRONG_P1_P2);
    }
}

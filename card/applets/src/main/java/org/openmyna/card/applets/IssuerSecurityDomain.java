package org.openmyna.card.applets;

import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Shareable;
import javacardx.apdu.ExtendedLength;

/**
 * The issuer security domain (card manager), current after every reset. It keeps the life cycle of
 * the card.
 *
 * <p>AID A0 00 00 01 51 00 00. Commands: SET STATUS, which ends personalisation, and GET DATA, for
 * which no object exists yet. Every other instruction is unknown here; a secure channel would be
 * one more entry of the same dispatcher.
 */
public final class IssuerSecurityDomain extends Applet implements ExtendedLength, CardLifeCycle {

    private static final byte CLA_INTERINDUSTRY = (byte) 0x00;
    private static final byte CLA_PROPRIETARY = (byte) 0x80;

    private static final byte INS_SELECT = (byte) 0xA4;
    private static final byte INS_GET_DATA = (byte) 0xCA;
    private static final byte INS_SET_STATUS = (byte) 0xF0;

    private static final byte P1_THE_CARD = (byte) 0x80;

    private byte state;

    private IssuerSecurityDomain() {
        state = BLANK;
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new IssuerSecurityDomain().register();
    }

    @Override
    public byte state() {
        return state;
    }

    @Override
    public void attackDetected() {
        state = TERMINATED;
    }

    @Override
    public Shareable getShareableInterfaceObject(AID client, byte parameter) {
        return parameter == CardLifeCycle.PARAMETER ? this : null;
    }

    @Override
    public void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        apdu.setIncomingAndReceive();
        if (selectingApplet()) {
            Selection.answer(apdu);
            return;
        }
        switch (buffer[ISO7816.OFFSET_CLA]) {
            case CLA_INTERINDUSTRY:
            case CLA_PROPRIETARY:
                break;
            default:
                ISOException.throwIt(CommandClass.refusal(buffer[ISO7816.OFFSET_CLA]));
        }
        switch (buffer[ISO7816.OFFSET_INS]) {
            case INS_SELECT:
                select(apdu);
                break;
            case INS_GET_DATA:
                ISOException.throwIt(StatusWord.DATA_NOT_FOUND);
                break;
            case INS_SET_STATUS:
                setStatus(apdu);
                break;
            default:
                ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
    }

    /** There is no file below the master file, and the master file itself cannot be chosen here. */
    private void select(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        if (buffer[ISO7816.OFFSET_CLA] != CLA_INTERINDUSTRY) {
            ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
        switch (buffer[ISO7816.OFFSET_P1]) {
            case (byte) 0x00:
            case (byte) 0x02:
                if (apdu.getIncomingLength() == 0) {
                    ISOException.throwIt(StatusWord.WRONG_P1_P2);
                }
                ISOException.throwIt(StatusWord.FILE_NOT_FOUND);
                break;
            case (byte) 0x04:
                Selection.refuseName(buffer[ISO7816.OFFSET_P2]);
                break;
            default:
                ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
    }

    /** 80 F0 80 0F: BLANK becomes PERSONALISED, once. */
    private void setStatus(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        if (buffer[ISO7816.OFFSET_CLA] != CLA_PROPRIETARY) {
            ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
        if (buffer[ISO7816.OFFSET_P1] != P1_THE_CARD || buffer[ISO7816.OFFSET_P2] != PERSONALISED) {
            ISOException.throwIt(StatusWord.WRONG_P1_P2);
        }
        if (apdu.getIncomingLength() != 0) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        if (state != BLANK) {
            ISOException.throwIt(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
        }
        state = PERSONALISED;
    }
}

package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISOException;

/**
 * The application for the face of the card (券面AP): what is printed, as images.
 *
 * <p>AID D3 92 10 00 31 00 01 01 04 02.
 */
public final class CardFaceApplication extends CardApplication {

    private static final byte FILES = (byte) 16;

    private CardFaceApplication() {
        super(FILES);
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new CardFaceApplication().register();
    }

    @Override
    void processOwn(APDU apdu, short received) {
        ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
    }
}

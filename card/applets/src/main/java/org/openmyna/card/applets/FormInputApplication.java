package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISOException;

/**
 * The application that fills in forms (券面事項入力補助AP): My Number and the four items as text.
 *
 * <p>AID D3 92 10 00 31 00 01 01 04 08.
 */
public final class FormInputApplication extends CardApplication {

    private static final byte FILES = (byte) 16;

    private FormInputApplication() {
        super(FILES);
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new FormInputApplication().register();
    }

    @Override
    void processOwn(APDU apdu, short received) {
        ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
    }
}

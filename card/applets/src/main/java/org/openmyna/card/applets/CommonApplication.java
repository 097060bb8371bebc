package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISOException;

/**
 * The common card application (共通カードAP): the serial number of the card.
 *
 * <p>AID D3 92 10 00 31 00 01 01 01 00.
 */
public final class CommonApplication extends CardApplication {

    private static final byte FILES = (byte) 16;

    private CommonApplication() {
        super(FILES);
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new CommonApplication().register();
    }

    @Override
    void processOwn(APDU apdu, short received) {
        ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
    }
}

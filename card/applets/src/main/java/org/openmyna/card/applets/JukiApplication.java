package org.openmyna.card.applets;

import javacard.framework.APDU;
import javacard.framework.ISOException;

/**
 * The application for the resident register network (住基AP).
 *
 * <p>AID D3 92 10 00 31 00 01 01 04 01.
 */
public final class JukiApplication extends CardApplication {

    private static final byte FILES = (byte) 16;

    private JukiApplication() {
        super(FILES);
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new JukiApplication().register();
    }

    @Override
    void processOwn(APDU apdu, short received) {
        ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
    }
}

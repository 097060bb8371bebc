package org.openmyna.card.applets;

import javacard.framework.ISOException;

/**
 * The common card application (共通カードAP): serial number, municipality and expiry date of the card.
 *
 * <p>AID D3 92 10 00 31 00 01 01 01 00.
 */
public final class CommonApplication extends CardApplication {

    private static final byte FILES = (byte) 4;

    private static final short CARD_SERIAL = (short) 0x0001;
    private static final short KEY_REFERENCE = (short) 0x0002;
    private static final short AUTHENTICATION_KEY = (short) 0x0019;
    private static final short PIN = (short) 0x001C;

    private CommonApplication() {
        super(FILES);
        Openers free = new Openers();
        add(new PinFile(PIN, PinFile.PIN_OF_CHANGE_KEY, (byte) 3, (byte) 4, (byte) 4));
        add(new RecordFile(CARD_SERIAL, free, (short) 1, (short) 30));
        add(new RecordFile(KEY_REFERENCE, free, (short) 1, (short) 16));
        add(new KeyFile(AUTHENTICATION_KEY, KeyFile.ANSWERS_CHALLENGES, free, false));
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new CommonApplication().register();
    }

    @Override
    void processOwn(Command own) {
        switch (own.instruction()) {
            case INS_CHANGE_KEY:
                pins().changeKey(own);
                break;
            case INS_SET_SESSION_KEY:
                ISOException.throwIt(StatusWord.FUNCTION_NOT_OFFERED);
                break;
            default:
                ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
    }

    @Override
    void internalAuthenticate(Command own) {
        keys().internalAuthenticate(own);
    }
}

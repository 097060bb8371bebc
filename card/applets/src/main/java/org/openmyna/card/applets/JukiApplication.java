package org.openmyna.card.applets;

import javacard.framework.ISOException;

/**
 * The application for the resident register network (住基AP): the resident record code (住民票コード).
 *
 * <p>AID D3 92 10 00 31 00 01 01 04 01.
 */
public final class JukiApplication extends CardApplication {

    private static final byte FILES = (byte) 3;

    private static final short RESIDENT_RECORD_CODE = (short) 0x0001;
    private static final short KEY_REFERENCE = (short) 0x0002;
    private static final short PIN = (short) 0x001C;

    private JukiApplication() {
        super(FILES);
        PinFile pin = new PinFile(PIN, PinFile.PIN_OF_CHANGE_KEY, (byte) 3, (byte) 4, (byte) 4);
        add(pin);
        add(new DataFile(RESIDENT_RECORD_CODE, new Openers(pin), (short) 14, false));
        add(new RecordFile(KEY_REFERENCE, new Openers(), (short) 1, (short) 16));
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new JukiApplication().register();
    }

    @Override
    void processOwn(Command own) {
        switch (own.instruction()) {
            case INS_CHANGE_KEY:
                pins().changeKey(own);
                break;
            case INS_SET_SESSION_KEY:
                ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
                break;
            default:
                ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
    }
}

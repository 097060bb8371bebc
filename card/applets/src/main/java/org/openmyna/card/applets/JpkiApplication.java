package org.openmyna.card.applets;

import javacard.framework.ISOException;

/**
 * The application for public personal authentication (公的個人認証AP): four certificates, two keys, two
 * PINs.
 *
 * <p>AID D3 92 F0 00 26 01 00 00 00 01.
 */
public final class JpkiApplication extends CardApplication {

    private static final byte FILES = (byte) 10;

    private static final short SIGNATURE_CERTIFICATE = (short) 0x0001;
    private static final short SIGNATURE_CA_CERTIFICATE = (short) 0x0002;
    private static final short TOKEN_INFORMATION = (short) 0x0006;
    private static final short CERTIFICATE_STATE = (short) 0x0008;
    private static final short USER_AUTHENTICATION_CERTIFICATE = (short) 0x000A;
    private static final short USER_AUTHENTICATION_CA_CERTIFICATE = (short) 0x000B;
    private static final short USER_AUTHENTICATION_KEY = (short) 0x0017;
    private static final short USER_AUTHENTICATION_PIN = (short) 0x0018;
    private static final short SIGNATURE_KEY = (short) 0x001A;
    private static final short SIGNATURE_PASSWORD = (short) 0x001B;

    private static final short CERTIFICATE_FILE_LENGTH = (short) 2048;

    /** Holds the longest name and an address of 200 characters. */
    private static final short SIGNATURE_CERTIFICATE_FILE_LENGTH = (short) 3072;

    private static final byte INS_LAST_COMMAND_INDICATOR = (byte) 0xFC;

    private JpkiApplication() {
        super(FILES);
        PinFile pin =
                new PinFile(USER_AUTHENTICATION_PIN, PinFile.PIN, (byte) 3, (byte) 4, (byte) 4);
        PinFile password =
                new PinFile(SIGNATURE_PASSWORD, PinFile.PASSWORD, (byte) 5, (byte) 6, (byte) 16);
        Openers free = new Openers();
        Openers byPin = new Openers(pin);
        Openers byPassword = new Openers(password);
        add(pin);
        add(password);
        add(new KeyFile(USER_AUTHENTICATION_KEY, KeyFile.SIGNS, byPin, true));
        add(new KeyFile(SIGNATURE_KEY, KeyFile.SIGNS, byPassword, true));
        add(
                new DataFile(
                        SIGNATURE_CERTIFICATE,
                        byPassword,
                        SIGNATURE_CERTIFICATE_FILE_LENGTH,
                        true));
        add(new DataFile(SIGNATURE_CA_CERTIFICATE, free, CERTIFICATE_FILE_LENGTH, false));
        add(new DataFile(USER_AUTHENTICATION_CERTIFICATE, free, CERTIFICATE_FILE_LENGTH, true));
        add(new DataFile(USER_AUTHENTICATION_CA_CERTIFICATE, free, CERTIFICATE_FILE_LENGTH, false));
        add(new TokenInformationFile(TOKEN_INFORMATION));
        add(new DataFile(CERTIFICATE_STATE, free, new byte[] {(byte) 0x8F, (byte) 0x8F, 0x00}));
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new JpkiApplication().register();
    }

    @Override
    void processOwn(Command own) {
        switch (own.instruction()) {
            case INS_COMPUTE_DIGITAL_SIGNATURE:
                keys().computeDigitalSignature(own, null);
                break;
            case INS_SET_SESSION_KEY:
                // No key for session-key transport in this application.
                ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
                break;
            case INS_LAST_COMMAND_INDICATOR:
                // A command of telephones; cards answer this.
                ISOException.throwIt(StatusWord.WRONG_LENGTH);
                break;
            default:
                ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
    }
}

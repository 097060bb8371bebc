package org.openmyna.card.applets;

import javacard.framework.ISOException;

/**
 * The application for the face of the card (券面AP): what is printed, as images.
 *
 * <p>AID D3 92 10 00 31 00 01 01 04 02. The verification numbers have other ids than in the
 * application for forms: here 0012 is B, and 0013 is A.
 */
public final class CardFaceApplication extends CardApplication {

    private static final byte FILES = (byte) 10;

    private static final short AGE_RECORD = (short) 0x0001;
    private static final short FACE_RECORD = (short) 0x0002;
    private static final short BASIC_INFORMATION = (short) 0x0003;
    private static final short ISSUER_CERTIFICATE = (short) 0x0004;
    private static final short NUMBER_IMAGE = (short) 0x0005;
    private static final short RESERVED = (short) 0x0006;
    private static final short BIRTH_DATE_PIN = (short) 0x0011;
    private static final short VERIFICATION_NUMBER_B = (short) 0x0012;
    private static final short VERIFICATION_NUMBER_A = (short) 0x0013;
    private static final short AUTHENTICATION_KEY = (short) 0x001A;

    private final KeyFile authenticationKey;

    private CardFaceApplication() {
        super(FILES);
        PinFile birthDate =
                new PinFile(
                        BIRTH_DATE_PIN, PinFile.NUMBER_ON_THE_CARD, (byte) 10, (byte) 6, (byte) 6);
        PinFile a =
                new PinFile(
                        VERIFICATION_NUMBER_A,
                        PinFile.NUMBER_ON_THE_CARD,
                        (byte) 10,
                        (byte) 12,
                        (byte) 12);
        PinFile b =
                new PinFile(
                        VERIFICATION_NUMBER_B,
                        PinFile.NUMBER_ON_THE_CARD,
                        (byte) 10,
                        (byte) 14,
                        (byte) 14);
        Openers free = new Openers();
        Openers byEitherNumber = new Openers(a, b);
        add(birthDate);
        add(a);
        add(b);
        add(new DataFile(AGE_RECORD, new Openers(birthDate), (short) 547, true));
        add(new DataFile(FACE_RECORD, byEitherNumber, (short) 6144, true));
        add(new DataFile(BASIC_INFORMATION, free, (short) 512, false));
        add(new DataFile(ISSUER_CERTIFICATE, free, (short) 568, true));
        add(new DataFile(NUMBER_IMAGE, new Openers(a), (short) 1024, true));
        add(new DataFile(RESERVED, byEitherNumber, (short) 16, false));
        authenticationKey = new KeyFile(AUTHENTICATION_KEY, KeyFile.SIGNS, free, false);
        add(authenticationKey);
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new CardFaceApplication().register();
    }

    @Override
    void processOwn(Command own) {
        switch (own.instruction()) {
            case INS_COMPUTE_DIGITAL_SIGNATURE:
                keys().computeDigitalSignature(own, authenticationKey);
                break;
            case INS_SET_SESSION_KEY:
                ISOException.throwIt(StatusWord.FUNCTION_NOT_OFFERED);
                break;
            default:
                ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
    }
}

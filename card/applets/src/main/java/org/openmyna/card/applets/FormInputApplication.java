package org.openmyna.card.applets;

import javacard.framework.ISOException;

/**
 * The application that fills in forms (券面事項入力補助AP): My Number and the four items as text. The only
 * one with secure messaging.
 *
 * <p>AID D3 92 10 00 31 00 01 01 04 08.
 */
public final class FormInputApplication extends CardApplication {

    private static final byte FILES = (byte) 14;

    private static final short MY_NUMBER = (short) 0x0001;
    private static final short FOUR_ITEMS = (short) 0x0002;
    private static final short INTEGRITY = (short) 0x0003;
    private static final short ISSUER_CERTIFICATE = (short) 0x0004;
    private static final short BASIC_INFORMATION = (short) 0x0005;
    private static final short SESSION_PUBLIC_KEY = (short) 0x0006;
    private static final short AUTHENTICATION_PUBLIC_KEY = (short) 0x0007;
    private static final short RESERVED = (short) 0x0008;
    private static final short SESSION_KEY = (short) 0x0010;
    private static final short PIN = (short) 0x0011;
    private static final short BLOCKED_REFERENCE = (short) 0x0012;
    private static final short AUTHENTICATION_KEY = (short) 0x0013;
    private static final short VERIFICATION_NUMBER_A = (short) 0x0014;
    private static final short VERIFICATION_NUMBER_B = (short) 0x0015;

    private static final byte CLA_PROTECTED = (byte) 0x08;

    private final KeyFile authenticationKey;
    private final SecureMessaging messaging;

    private FormInputApplication() {
        super(FILES);
        PinFile pin = new PinFile(PIN, PinFile.PIN, (byte) 3, (byte) 4, (byte) 4);
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
        Openers byAnyOfThem = new Openers(pin, a, b);
        add(pin);
        add(a);
        add(b);
        add(new PinFile(BLOCKED_REFERENCE, PinFile.BLOCKED, (byte) 1, (byte) 1, (byte) 16));
        add(new DataFile(MY_NUMBER, new Openers(pin, a), (short) 17, false));
        add(new DataFile(FOUR_ITEMS, new Openers(pin, b), (short) 1024, true));
        add(new DataFile(INTEGRITY, byAnyOfThem, (short) 336, true));
        add(new DataFile(ISSUER_CERTIFICATE, free, (short) 568, true));
        add(new DataFile(BASIC_INFORMATION, free, (short) 256, false));
        add(new DataFile(SESSION_PUBLIC_KEY, byAnyOfThem, (short) 269, false));
        add(new DataFile(AUTHENTICATION_PUBLIC_KEY, byAnyOfThem, (short) 536, true));
        add(new DataFile(RESERVED, free, (short) 16, false));
        // The PIN alone: a terminal that knows A or B only gets no session.
        KeyFile sessionKey =
                new KeyFile(SESSION_KEY, KeyFile.OPENS_SESSION_KEYS, new Openers(pin), false);
        add(sessionKey);
        authenticationKey = new KeyFile(AUTHENTICATION_KEY, KeyFile.SIGNS, free, false);
        add(authenticationKey);
        messaging = new SecureMessaging(sessionKey, keys().rsa());
        offer(messaging);
    }

    /** Called once by the runtime. */
    public static void install(byte[] parameters, short offset, byte length) {
        new FormInputApplication().register();
    }

    @Override
    void processOwn(Command own) {
        switch (own.instruction()) {
            case INS_COMPUTE_DIGITAL_SIGNATURE:
                keys().computeDigitalSignature(own, authenticationKey);
                break;
            case INS_SET_SESSION_KEY:
                messaging.setSessionKey(own);
                break;
            default:
                ISOException.throwIt(StatusWord.UNKNOWN_INSTRUCTION);
        }
    }

    @Override
    void openProtected(Command own) {
        if (own.commandClass() == CLA_PROTECTED) {
            messaging.open(own);
        } else {
            super.openProtected(own);
        }
    }

    @Override
    void endSession() {
        messaging.end();
    }
}

package org.openmyna.card.applets;

/** The status words that the applications of the card answer, and no others. */
final class StatusWord {

    /** VERIFY: the low digit is the number of tries left. */
    static final short TRIES_LEFT = (short) 0x63C0;

    /** EXTERNAL AUTHENTICATE: the other side does not have the keys. */
    static final short AUTHENTICATION_FAILED = (short) 0x6300;

    /** To everything, for ever: the card is out of use. */
    static final short TERMINATED = (short) 0x6600;

    /** Session keys: not in this application. */
    static final short FUNCTION_NOT_OFFERED = (short) 0x66F1;

    static final short WRONG_LENGTH = (short) 0x6700;
    static final short LOGICAL_CHANNEL_NOT_SUPPORTED = (short) 0x6881;
    static final short SECURE_MESSAGING_NOT_SUPPORTED = (short) 0x6882;
    static final short COMMAND_DOES_NOT_FIT_THE_FILE = (short) 0x6981;
    static final short SECURITY_STATUS_NOT_SATISFIED = (short) 0x6982;

    /** A PIN without tries, or one that was never set. The card never answers 6983. */
    static final short REFERENCE_DATA_NOT_USABLE = (short) 0x6984;

    static final short CONDITIONS_OF_USE_NOT_SATISFIED = (short) 0x6985;
    static final short NO_CURRENT_FILE = (short) 0x6986;
    static final short SECURE_MESSAGING_OBJECTS_MISSING = (short) 0x6987;
    static final short SECURE_MESSAGING_OBJECTS_WRONG = (short) 0x6988;

    /**
     * Secure messaging without a session key: none was set yet, or an error has ended the session.
     */
    static final short SESSION_IS_OVER = (short) 0x69FC;

    static final short WRONG_DATA = (short) 0x6A80;
    static final short FILE_NOT_FOUND = (short) 0x6A82;
    static final short RECORD_NOT_FOUND = (short) 0x6A83;
    static final short WRONG_P1_P2 = (short) 0x6A86;
    static final short DATA_NOT_FOUND = (short) 0x6A88;
    static final short OFFSET_OUTSIDE_THE_FILE = (short) 0x6B00;
    static final short UNKNOWN_INSTRUCTION = (short) 0x6D00;
    static final short UNKNOWN_CLASS = (short) 0x6E00;

    static final short NO_DIAGNOSIS = (short) 0x6F00;

    private StatusWord() {}
}

package org.openmyna.card.protocol;

import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * The two bytes SW1-SW2 that end every answer of a card (ISO/IEC 7816-4:2020, 5.6).
 *
 * @param value 0x6000 to 0x9FFF
 */
public record StatusWord(int value) {
    public static final StatusWord OK = new StatusWord(0x9000);

    /** A part of the answer may be damaged; not seen from this card. */
    public static final StatusWord DATA_MAY_BE_DAMAGED = new StatusWord(0x6281);

    /** The file ended before Le bytes; the data are good. */
    public static final StatusWord END_OF_FILE = new StatusWord(0x6282);

    public static final StatusWord FILE_LOCKED = new StatusWord(0x6283);

    /**
     * Verification failed without a count: cryptogram of the issuer channel; empty VERIFY: no
     * limit.
     */
    public static final StatusWord NOT_VERIFIED = new StatusWord(0x6300);

    public static final StatusWord MEMORY_FAILURE = new StatusWord(0x6581);

    /** The card has ended its life (OpenMyna's choice; ISO: a security-related issue). */
    public static final StatusWord TERMINATED = new StatusWord(0x6600);

    /** The application does not offer the function; answer to a session key. */
    public static final StatusWord NOT_IN_THIS_APPLICATION = new StatusWord(0x66F1);

    public static final StatusWord WRONG_LENGTH = new StatusWord(0x6700);
    public static final StatusWord NO_SUCH_CHANNEL = new StatusWord(0x6881);
    public static final StatusWord NO_SECURE_MESSAGING = new StatusWord(0x6882);
    public static final StatusWord NOT_A_FILE_OF_THIS_KIND = new StatusWord(0x6981);
    public static final StatusWord SECURITY_NOT_SATISFIED = new StatusWord(0x6982);

    /** What the real card answers to a PIN on a locked reference; ISO would say 6983. */
    public static final StatusWord PIN_LOCKED = new StatusWord(0x6984);

    public static final StatusWord CONDITIONS_NOT_SATISFIED = new StatusWord(0x6985);
    public static final StatusWord NO_CURRENT_FILE = new StatusWord(0x6986);
    public static final StatusWord SECURE_MESSAGING_MISSING = new StatusWord(0x6987);

    /** A protected command is wrong; the session is over. */
    public static final StatusWord SECURE_MESSAGING_WRONG = new StatusWord(0x6988);

    /** There is no session any more. */
    public static final StatusWord SESSION_GONE = new StatusWord(0x69FC);

    public static final StatusWord WRONG_DATA = new StatusWord(0x6A80);
    public static final StatusWord FUNCTION_NOT_SUPPORTED = new StatusWord(0x6A81);

    /** No such file, or no such application. */
    public static final StatusWord FILE_NOT_FOUND = new StatusWord(0x6A82);

    public static final StatusWord RECORD_NOT_FOUND = new StatusWord(0x6A83);
    public static final StatusWord WRONG_P1_P2 = new StatusWord(0x6A86);
    public static final StatusWord LC_INCONSISTENT = new StatusWord(0x6A87);

    /** No such object (GET DATA), or no such key. */
    public static final StatusWord DATA_NOT_FOUND = new StatusWord(0x6A88);

    public static final StatusWord OFFSET_OUTSIDE_FILE = new StatusWord(0x6B00);
    public static final StatusWord UNKNOWN_INSTRUCTION = new StatusWord(0x6D00);
    public static final StatusWord UNKNOWN_CLASS = new StatusWord(0x6E00);
    public static final StatusWord NO_DIAGNOSIS = new StatusWord(0x6F00);

    public StatusWord {
        if (value < 0x6000 || value > 0x9FFF) {
            throw new ApduMalformed("a status word lies between 6000 and 9FFF");
        }
    }

    public boolean isOk() {
        return value == 0x9000;
    }

    /** Whether the card has ended its life: every command answers so from now on. */
    public boolean isTerminated() {
        return value == 0x6600;
    }

    /** The number x of a {@code 63Cx} answer: how many tries are left. */
    public OptionalInt triesLeft() {
        return (value & 0xFFF0) == 0x63C0 ? OptionalInt.of(value & 0xF) : OptionalInt.empty();
    }

    /** Four hexadecimal digits, such as {@code 6A82}. */
    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().toHexDigits((short) value);
    }
}

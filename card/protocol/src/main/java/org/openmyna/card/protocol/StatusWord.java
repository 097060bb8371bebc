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

    /** The file ended before Le bytes; the data are good. */
    public static final StatusWord END_OF_FILE = new StatusWord(0x6282);

    /**
     * Verification failed without a count: cryptogram of the issuer channel; empty VERIFY: no
     * limit.
     */
    public static final StatusWord NOT_VERIFIED = new StatusWord(0x6300);

    /** The card has ended its life (OpenMyna's choice; ISO: a security-related issue). */
    public static final StatusWord TERMINATED = new StatusWord(0x6600);

    public static final StatusWord WRONG_LENGTH = new StatusWord(0x6700);
    public static final StatusWord NOT_A_FILE_OF_THIS_KIND = new StatusWord(0x6981);
    public static final StatusWord SECURITY_NOT_SATISFIED = new StatusWord(0x6982);

    /** What the real card answers to a PIN on a locked reference; ISO would say 6983. */
    public static final StatusWord PIN_LOCKED = new StatusWord(0x6984);

    /** No such file, or no such application. */
    public static final StatusWord FILE_NOT_FOUND = new StatusWord(0x6A82);

    public static final StatusWord RECORD_NOT_FOUND = new StatusWord(0x6A83);

    /** No such object (GET DATA), or no such key. */
    public static final StatusWord DATA_NOT_FOUND = new StatusWord(0x6A88);

    public static final StatusWord OFFSET_OUTSIDE_FILE = new StatusWord(0x6B00);
    public static final StatusWord UNKNOWN_INSTRUCTION = new StatusWord(0x6D00);
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
        return equals(TERMINATED);
    }

    /** Whether a reference has no try left: 6984 from this card, 6983 in ISO's words. */
    public boolean isPinLocked() {
        return equals(PIN_LOCKED) || value == 0x6983;
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

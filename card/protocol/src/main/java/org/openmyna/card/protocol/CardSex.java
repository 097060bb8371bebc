package org.openmyna.card.protocol;

import org.openmyna.kernel.Sex;

/** Sex 性別 with the digits of the card's files; the signature certificate has others. */
public enum CardSex {
    MALE('1', Sex.MALE),
    FEMALE('2', Sex.FEMALE),
    /** 適用不能 or その他. */
    NOT_APPLICABLE('9', Sex.UNKNOWN),
    /** 不明. */
    UNKNOWN('0', Sex.UNKNOWN);

    private final char digit;
    private final Sex sex;

    CardSex(char digit, Sex sex) {
        this.digit = digit;
        this.sex = sex;
    }

    /** The digit on the card, 1, 2, 9 or 0. */
    public char digit() {
        return digit;
    }

    /** The value of the certificate and the registers, which know no 適用不能. */
    public Sex sex() {
        return sex;
    }

    public static CardSex of(Sex sex) {
        return switch (sex) {
            case MALE -> MALE;
            case FEMALE -> FEMALE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    byte[] encode() {
        return new byte[] {(byte) digit};
    }

    static CardSex decode(String file, byte[] value) {
        for (CardSex each : values()) {
            if (value.length == 1 && value[0] == each.digit) return each;
        }
        throw new CardFileMalformed(file, "the sex is not 1, 2, 9 or 0");
    }
}

package org.openmyna.card.applets;

import static org.openmyna.card.applets.Personalisation.accepted;

import java.util.HexFormat;

/**
 * The four applications beside JPKI, filled for the person of the reference, who does not exist:
 * files in their shapes, with made-up octets where a signature or a picture would be.
 */
final class PersonalFiles {

    static final String MY_NUMBER = "FF100C" + TestCard.NUMBER_A + "FFFF";

    /** The public test vector of the reference, 3.2. */
    static final String FOUR_ITEMS =
            """
            FF2065 DF2108000E002000590064
            DF220FE9BB92E6A190E38080E5B9B9E4B99F
            DF2336E69DB1E4BAACE983BDE6B885E780ACE5B882E8A6B3E5B883E5AD90E58D97
            EFBC91EFBC92EFBC8DEFBC97EFBC8DEFBC92EFBC90EFBC92
            DF24083139383030323137 DF250131
            """
                    .replaceAll("\\s", "");

    static final String INTEGRITY =
            "FF3082014BDF3120" + "31".repeat(32) + "DF3220" + "32".repeat(32) + signature("DF33");
    static final String FORM_INPUT_CERTIFICATE = certificate("41");
    static final String FORM_INPUT_BASICS =
            "FF4082009FDF410401030E01DF4210"
                    + "36303030303334080530303100000000"
                    + "DF43820080"
                    + "43".repeat(32)
                    + "FF".repeat(96);
    static final String SESSION_PUBLIC_KEY = "A1820109" + publicKey("61");
    static final String AUTHENTICATION_PUBLIC_KEY =
            "FF50820213DF51820109" + publicKey("71") + signature("DF52");

    static final String AGE_RECORD =
            "FF1082021EDF11083139383030323137DF12820109" + publicKey("81") + signature("DF13");
    static final String FACE_RECORD = "FF20821200" + "20".repeat(0x1200);
    static final String CARD_FACE_BASICS = "FF30820100" + "30".repeat(0x100);
    static final String CARD_FACE_CERTIFICATE = certificate("42");
    static final String NUMBER_IMAGE = "FF40820300" + "40".repeat(0x300);

    static final String RESIDENT_RECORD_CODE = "FF100B3132333435363738393031";
    static final String KEY_REFERENCE = "36303030303334080530303100000000";

    /** Serial number of 15 digits, municipality 13221, expires on 2035-02-17. */
    static final String CARD_SERIAL =
            "011C" + "303030313233343536373839303132" + "3133323231" + "3230333530323137";

    private PersonalFiles() {}

    /** PINs and files; the keys are made where a test wants them. */
    static void write(TestCard card) {
        accepted(card, TestCard.SELECT_FORM_INPUT);
        setPin(card, "11", TestCard.PIN);
        setPin(card, "14", TestCard.NUMBER_A);
        setPin(card, "15", TestCard.NUMBER_B);
        write(card, "01", MY_NUMBER);
        write(card, "02", FOUR_ITEMS);
        write(card, "03", INTEGRITY);
        write(card, "04", FORM_INPUT_CERTIFICATE);
        write(card, "05", FORM_INPUT_BASICS);
        write(card, "06", SESSION_PUBLIC_KEY);
        write(card, "07", AUTHENTICATION_PUBLIC_KEY);
        accepted(card, TestCard.SELECT_CARD_FACE);
        setPin(card, "11", TestCard.BIRTH_DATE_PIN);
        setPin(card, "12", TestCard.NUMBER_B);
        setPin(card, "13", TestCard.NUMBER_A);
        write(card, "01", AGE_RECORD);
        write(card, "02", FACE_RECORD);
        write(card, "03", CARD_FACE_BASICS);
        write(card, "04", CARD_FACE_CERTIFICATE);
        write(card, "05", NUMBER_IMAGE);
        accepted(card, TestCard.SELECT_JUKI);
        setPin(card, "1C", TestCard.PIN);
        write(card, "01", RESIDENT_RECORD_CODE);
        accepted(card, "00DC011410" + KEY_REFERENCE);
        accepted(card, TestCard.SELECT_COMMON);
        setPin(card, "1C", TestCard.PIN);
        accepted(card, "00DC010C1E" + CARD_SERIAL, "00DC011410" + KEY_REFERENCE);
    }

    private static void setPin(TestCard card, String id, String value) {
        accepted(card, "00A4020C0200" + id, "00240180%02X".formatted(value.length() / 2) + value);
    }

    private static void write(TestCard card, String id, String content) {
        Personalisation.write(card, "00" + id, HexFormat.of().parseHex(content));
    }

    private static String publicKey(String fill) {
        return "9003010001" + "91820100" + fill.repeat(256);
    }

    private static String signature(String tag) {
        return tag + "820100" + "5A".repeat(256);
    }

    private static String certificate(String fill) {
        return "7F218202335F4E820129" + fill.repeat(297) + "5F37820100" + "5B".repeat(256);
    }
}

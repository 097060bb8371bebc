package org.openmyna.card.applets;

import java.util.HexFormat;

/**
 * A card as a test sees it: the six applets on some runtime, the issuer security domain current
 * after reset.
 */
interface TestCard {

    String SELECT_JPKI = "00A4040C0AD392F000260100000001";
    String SELECT_ISD = "00A4040C07A0000001510000";
    String SELECT_FORM_INPUT = "00A4040C0AD3921000310001010408";
    String SELECT_CARD_FACE = "00A4040C0AD3921000310001010402";
    String SELECT_JUKI = "00A4040C0AD3921000310001010401";
    String SELECT_COMMON = "00A4040C0AD3921000310001010100";
    String SET_PERSONALISED = "80F0800F";
    String PIN = "31323334";
    String PASSWORD = "414243313233";

    /** 照合番号A: the My Number 537686677188 of the person in the reference, who does not exist. */
    String NUMBER_A = "353337363836363737313838";

    /** 照合番号B: born in Showa 55-02-17, expires in 2035, security code 2285. */
    String NUMBER_B = "3535303231373230333532323835";

    String BIRTH_DATE_PIN = "353530323137";

    byte[] transmit(byte[] command);

    void reset();

    /** Blanks are for the reader. */
    default String send(String hex) {
        return HexFormat.of().withUpperCase().formatHex(transmit(bytes(hex)));
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    static int statusWord(byte[] response) {
        int n = response.length;
        return (response[n - 2] & 0xFF) << 8 | response[n - 1] & 0xFF;
    }
}

package org.openmyna.card.applets;

import java.util.HexFormat;

/**
 * A card as a test sees it: the two applets on some runtime, the issuer security domain current
 * after reset.
 */
interface TestCard {

    String SELECT_JPKI = "00A4040C0AD392F000260100000001";
    String SELECT_ISD = "00A4040C07A0000001510000";
    String SET_PERSONALISED = "80F0800F";
    String PIN = "31323334";
    String PASSWORD = "414243313233";

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

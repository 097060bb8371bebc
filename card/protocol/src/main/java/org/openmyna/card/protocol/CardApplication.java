package org.openmyna.card.protocol;

import java.util.HexFormat;

/** The applications of the My Number Card (カードAP), each with its name (AID). */
public enum CardApplication {
    /** Card manager: the issuer's own application, selected after every reset. */
    ISSUER_SECURITY_DOMAIN("A0000001510000"),
    /** 公的個人認証AP: both certificates, both keys, both PINs. */
    JPKI("D392F000260100000001"),
    /** 券面事項入力補助AP: My Number and the four items as text. */
    FORM_INPUT("D3921000310001010408"),
    /** 券面事項確認AP (券面AP): what is printed on the card, as images. */
    CARD_FACE("D3921000310001010402"),
    /** 住基AP: the resident record code, for municipal terminals. */
    JUKI("D3921000310001010401"),
    /** 共通カードAP: serial number and expiry of the card itself. */
    COMMON("D3921000310001010100");

    private final byte[] aid;

    CardApplication(String aid) {
        this.aid = HexFormat.of().parseHex(aid);
    }

    /** The application identifier, 5 to 16 bytes (ISO/IEC 7816-4:2020, 12.2.3). */
    public byte[] aid() {
        return aid.clone();
    }
}

package org.openmyna.card.protocol;

import java.util.HexFormat;

/** The applications of the My Number Card (カードAP), each with its name (AID). */
public enum CardApplication {
    /** Card manager: the issuer's own application, selected after every reset. */
    ISSUER_SECURITY_DOMAIN("A0000001510000"),
    /** 公的個人認証AP: both certificates, both keys, both PINs. */
    JPKI("D392F000260100000001");

    private final byte[] aid;

    CardApplication(String aid) {
        this.aid = HexFormat.of().parseHex(aid);
    }

    /** The application identifier, 5 to 16 bytes (ISO/IEC 7816-4:2020, 12.2.3). */
    public byte[] aid() {
        return aid.clone();
    }
}

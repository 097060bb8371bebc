package org.openmyna.card.applets;

import static org.openmyna.card.applets.Personalisation.accepted;

/** Cards with keys for the issuer's channel; afterwards the issuer security domain is current. */
final class IssuerCard {

    static final String CARD_NUMBER = "54455354303031";

    /** 568 octets, as a card-verifiable certificate has. */
    static final String CERTIFICATE = "7F21820233" + "C7".repeat(563);

    static final String STORE_CARD_NUMBER = "80E200000A" + "0045" + "07" + CARD_NUMBER;
    static final String STORE_CERTIFICATE = "80E2000000023D" + "00F8" + "820238" + CERTIFICATE;

    private IssuerCard() {}

    /** PINs, keys and card data, still BLANK. */
    static TestCard blank(TestCard card) {
        accepted(card, TestCard.SELECT_JPKI);
        accepted(card, "0024019804" + TestCard.PIN, "0024019B06" + TestCard.PASSWORD);
        accepted(card, TestCard.SELECT_FORM_INPUT, "0024019104" + TestCard.PIN);
        accepted(card, TestCard.SELECT_ISD);
        accepted(card, Scp03Host.putKey(), STORE_CARD_NUMBER, STORE_CERTIFICATE);
        return card;
    }

    static TestCard inUse(Machine machine) {
        return inUse(machine.blank());
    }

    static TestCard inUse(TestCard card) {
        blank(card);
        accepted(card, TestCard.SET_PERSONALISED);
        return card;
    }

    /** Data field of INSTALL [for personalization]. */
    static String named(String aid) {
        return "0000%02X%s000000".formatted(aid.length() / 2, aid);
    }
}

package org.openmyna.card.protocol;

import java.util.Optional;

/**
 * The answers to reset that public sources give for the My Number Card and its predecessor. A card
 * that is not here may be one all the same, and other cards of Type B answer alike: a hint for
 * messages, never a decision.
 */
public enum KnownAtr {
    /** Also filed under the predecessor by some tables. */
    CONTACT_WITHOUT_HISTORY("3BE000FF8131FE4514", Interface.CONTACT, true),
    CONTACT_8012("3BDA13FF8131FB468012392F31C173C601C03B", Interface.CONTACT, true),
    CONTACT_8073("3BC5FF8131FB458073C6010000", Interface.CONTACT, true),
    CONTACT_4200_D1("3BF59100FF918171FE4000420001" + "00D1D6", Interface.CONTACT, true),
    CONTACT_4200_B3("3BF59100FF918171FE4000420001" + "B3A115", Interface.CONTACT, true),
    CONTACTLESS_05E0("3B888001000005E0B381A1007F", Interface.CONTACTLESS, true),
    CONTACTLESS_41E0("3B888001000041E0B381A1003B", Interface.CONTACTLESS, true),
    CONTACTLESS_4B51_00("3B888001004B51FF0081D100BC", Interface.CONTACTLESS, true),
    CONTACTLESS_4B51_B3("3B888001004B51FFB381D1000F", Interface.CONTACTLESS, true),
    /** 住民基本台帳カード, the predecessor: it has no application of the My Number Card. */
    RESIDENT_CARD("3B888001000014E0B38191005E", Interface.CONTACTLESS, false);

    /** Which way the answer comes. */
    public enum Interface {
        /** T=1. */
        CONTACT,
        /** ISO/IEC 14443 Type B; the reader makes the answer (PC/SC part 3). */
        CONTACTLESS
    }

    private final Atr atr;
    private final Interface by;
    private final boolean myNumberCard;

    KnownAtr(String hex, Interface by, boolean myNumberCard) {
        this.atr = Atr.parseHex(hex);
        this.by = by;
        this.myNumberCard = myNumberCard;
    }

    public Atr atr() {
        return atr;
    }

    public Interface by() {
        return by;
    }

    /** False for the predecessor. */
    public boolean isMyNumberCard() {
        return myNumberCard;
    }

    public static Optional<KnownAtr> of(Atr atr) {
        for (KnownAtr each : values()) {
            if (each.atr.equals(atr)) return Optional.of(each);
        }
        return Optional.empty();
    }
}

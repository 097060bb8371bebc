package org.openmyna.card.protocol;

import java.util.Optional;

/**
 * What GET DATA answers in the card manager state, that is after a reset or after SELECT of the
 * issuer security domain. {@link CardObjects} reads the values.
 */
public enum CardObject {
    /** Key id of the issuer, 16 bytes. */
    ISSUER_ID(0x0042),
    /** Card identification number, ASCII. */
    CARD_ID(0x0045),
    /** Card recognition data of GlobalPlatform. */
    RECOGNITION(0x0066),
    /** Municipality code, 5 digits ASCII. */
    MUNICIPALITY(0x00F0),
    /** Expiry date of the card, 8 digits ASCII. */
    EXPIRY(0x00F2),
    /** Key id of the intermediate key, 16 bytes. */
    INTERMEDIATE_KEY_ID(0x00F7),
    /** Card-verifiable certificate that the authority x000020 signed. */
    UPPER_CERTIFICATE(0x00F8),
    /** Card-verifiable certificate that the intermediate key signed; older cards have none. */
    LOWER_CERTIFICATE(0x7F21),
    /** Answer to reset of the contacts, without its initial byte TS. */
    CONTACT_ATR(0x5F51);

    private final int tag;

    CardObject(int tag) {
        this.tag = tag;
    }

    /** P1 and P2 of GET DATA. */
    public int tag() {
        return tag;
    }

    public static Optional<CardObject> ofTag(int tag) {
        for (CardObject object : values()) {
            if (object.tag == tag) return Optional.of(object);
        }
        return Optional.empty();
    }

    /** Body of STORE DATA on a blank card: tag in two bytes, DER length, value. */
    public byte[] storeData(byte[] value) {
        var out = new TlvWriter(label());
        out.octet(tag >> 8).octet(tag).length(value.length, 1).octets(value);
        return out.bytes();
    }

    String label() {
        return "object %04X".formatted(tag);
    }
}

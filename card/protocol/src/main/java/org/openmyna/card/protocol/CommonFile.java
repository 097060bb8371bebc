package org.openmyna.card.protocol;

import java.util.OptionalInt;

/** The files of the common application (共通カードAP). */
public enum CommonFile implements CardFile {
    /** Serial number, municipality and expiry of the card; readable by anybody. */
    CARD_SERIAL(0x0001, Kind.RECORDS),
    /** Key reference record; readable by anybody. */
    KEY_REFERENCE(0x0002, Kind.RECORDS),
    /** Key for INTERNAL AUTHENTICATE; its public key is not on the card. */
    AUTHENTICATION_KEY(0x0019, Kind.KEY),
    /** 個人番号カード用暗証番号. */
    PIN(0x001C, Kind.PIN);

    private final Layout layout;

    CommonFile(int id, Kind kind) {
        layout = new Layout(id, kind, OptionalInt.empty());
    }

    @Override
    public CardApplication application() {
        return CardApplication.COMMON;
    }

    @Override
    public Layout layout() {
        return layout;
    }
}

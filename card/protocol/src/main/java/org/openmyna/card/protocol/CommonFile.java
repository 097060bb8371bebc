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

    private final int id;
    private final Kind kind;
    private final int physicalLength;

    CommonFile(int id, Kind kind) {
        this(id, kind, 0);
    }

    CommonFile(int id, Kind kind, int physicalLength) {
        this.id = id;
        this.kind = kind;
        this.physicalLength = physicalLength;
    }

    @Override
    public CardApplication application() {
        return CardApplication.COMMON;
    }

    /** File identifier, two bytes. */
    @Override
    public int id() {
        return id;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public OptionalInt physicalLength() {
        return physicalLength == 0 ? OptionalInt.empty() : OptionalInt.of(physicalLength);
    }
}

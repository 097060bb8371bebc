package org.openmyna.card.protocol;

import java.util.OptionalInt;

/** The files of the Juki application (住基AP). */
public enum JukiFile implements CardFile {
    /** 住民票コード; opened by the PIN. No public source names its place: our choice. */
    RESIDENT_RECORD_CODE(0x0001, Kind.DATA, 14),
    /** Key reference record, the same as in the common application; readable by anybody. */
    KEY_REFERENCE(0x0002, Kind.RECORDS),
    /** 住民基本台帳用暗証番号. */
    PIN(0x001C, Kind.PIN);

    private final Layout layout;

    JukiFile(int id, Kind kind) {
        layout = new Layout(id, kind, OptionalInt.empty());
    }

    JukiFile(int id, Kind kind, int physicalLength) {
        layout = new Layout(id, kind, OptionalInt.of(physicalLength));
    }

    @Override
    public CardApplication application() {
        return CardApplication.JUKI;
    }

    @Override
    public Layout layout() {
        return layout;
    }
}

package org.openmyna.card.protocol;

import java.util.OptionalInt;

/** The files of the card face application (券面事項確認AP). */
public enum CardFaceFile implements CardFile {
    /** 生年月日 with a signed key; opened by the birth date PIN only. */
    AGE_RECORD(0x0001, Kind.DATA, 547),
    /** 券面情報: what is printed on the card; opened by verification number A or B. */
    FACE_RECORD(0x0002, Kind.DATA, 6144),
    /** AP基本情報; readable by anybody. */
    BASIC_INFORMATION(0x0003, Kind.DATA, 512),
    /** Card-verifiable certificate of the issuing municipality; readable by anybody. */
    ISSUER_CERTIFICATE(0x0004, Kind.DATA, 568),
    /** The My Number as an image; opened by verification number A only. */
    NUMBER_IMAGE(0x0005, Kind.DATA, 1024),
    /** Sixteen bytes FF on the cards seen; opened by A or B. */
    RESERVED(0x0006, Kind.DATA, 16),
    /** Six digits of the birth date, year of the era. */
    BIRTH_DATE_PIN(0x0011, Kind.PIN),
    /** 照合番号B. The form input application has A and B the other way round. */
    VERIFICATION_NUMBER_B(0x0012, Kind.PIN),
    /** 照合番号A. */
    VERIFICATION_NUMBER_A(0x0013, Kind.PIN),
    /** Private key for internal authentication 内部認証; default key, no PIN. */
    AUTHENTICATION_KEY(0x001A, Kind.KEY);

    private final Layout layout;

    CardFaceFile(int id, Kind kind) {
        layout = new Layout(id, kind, OptionalInt.empty());
    }

    CardFaceFile(int id, Kind kind, int physicalLength) {
        layout = new Layout(id, kind, OptionalInt.of(physicalLength));
    }

    @Override
    public CardApplication application() {
        return CardApplication.CARD_FACE;
    }

    @Override
    public Layout layout() {
        return layout;
    }
}

package org.openmyna.card.protocol;

import java.util.OptionalInt;

/** The files of the form input application (券面事項入力補助AP). */
public enum FormInputFile implements CardFile {
    /** 個人番号; opened by the PIN or by verification number A. */
    MY_NUMBER(0x0001, Kind.DATA, 17),
    /** 基本4情報; opened by the PIN or by verification number B. */
    FOUR_ITEMS(0x0002, Kind.DATA, 1024),
    /** Two digests and the issuer's signature; opened by the PIN, A or B. */
    INTEGRITY(0x0003, Kind.DATA, 336),
    /** Card-verifiable certificate of the issuing municipality; readable by anybody. */
    ISSUER_CERTIFICATE(0x0004, Kind.DATA, 568),
    /** AP基本情報; readable by anybody. */
    BASIC_INFORMATION(0x0005, Kind.DATA, 256),
    /** Public key that carries a session key to the card; opened by the PIN, A or B. */
    SESSION_PUBLIC_KEY(0x0006, Kind.DATA, 269),
    /** Signed public key of {@link #AUTHENTICATION_KEY}; opened by the PIN, A or B. */
    AUTHENTICATION_PUBLIC_KEY(0x0007, Kind.DATA, 536),
    /** Sixteen bytes FF on the cards seen. */
    RESERVED(0x0008, Kind.DATA, 16),
    /** Private key of {@link #SESSION_PUBLIC_KEY} (our choice of place). */
    SESSION_KEY(0x0010, Kind.KEY),
    /** 券面事項入力補助用暗証番号. */
    PIN(0x0011, Kind.PIN),
    /** A reference that is blocked for ever, as on the cards seen. */
    BLOCKED_REFERENCE(0x0012, Kind.PIN),
    /** Private key for internal authentication 内部認証; default key, no PIN. */
    AUTHENTICATION_KEY(0x0013, Kind.KEY),
    /** 照合番号A. The card face has A and B the other way round. */
    VERIFICATION_NUMBER_A(0x0014, Kind.PIN),
    /** 照合番号B. */
    VERIFICATION_NUMBER_B(0x0015, Kind.PIN);

    private final Layout layout;

    FormInputFile(int id, Kind kind) {
        layout = new Layout(id, kind, OptionalInt.empty());
    }

    FormInputFile(int id, Kind kind, int physicalLength) {
        layout = new Layout(id, kind, OptionalInt.of(physicalLength));
    }

    @Override
    public CardApplication application() {
        return CardApplication.FORM_INPUT;
    }

    @Override
    public Layout layout() {
        return layout;
    }
}

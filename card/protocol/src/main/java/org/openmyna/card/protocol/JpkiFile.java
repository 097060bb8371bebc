package org.openmyna.card.protocol;

import java.util.OptionalInt;

/** The files of the JPKI application (公的個人認証AP), data, PIN and key alike. */
public enum JpkiFile implements CardFile {
    /** 署名用電子証明書; readable only after the signature password. */
    SIGNATURE_CERTIFICATE(0x0001, Kind.DATA),
    SIGNATURE_CA_CERTIFICATE(0x0002, Kind.DATA),
    TOKEN_INFO(0x0006, Kind.DATA, TokenInfo.LENGTH),
    CERTIFICATE_STATE(0x0008, Kind.DATA),
    /** 利用者証明用電子証明書; readable by anybody. */
    USER_AUTHENTICATION_CERTIFICATE(0x000A, Kind.DATA),
    USER_AUTHENTICATION_CA_CERTIFICATE(0x000B, Kind.DATA),
    USER_AUTHENTICATION_KEY(0x0017, Kind.KEY),
    USER_AUTHENTICATION_PIN(0x0018, Kind.PIN),
    SIGNATURE_KEY(0x001A, Kind.KEY),
    SIGNATURE_PASSWORD(0x001B, Kind.PIN);

    private final Layout layout;

    JpkiFile(int id, Kind kind) {
        layout = new Layout(id, kind, OptionalInt.empty());
    }

    JpkiFile(int id, Kind kind, int physicalLength) {
        layout = new Layout(id, kind, OptionalInt.of(physicalLength));
    }

    @Override
    public CardApplication application() {
        return CardApplication.JPKI;
    }

    @Override
    public Layout layout() {
        return layout;
    }
}

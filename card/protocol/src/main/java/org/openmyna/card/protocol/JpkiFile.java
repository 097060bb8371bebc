package org.openmyna.card.protocol;

/** The files of the JPKI application (公的個人認証AP), data, PIN and key alike. */
public enum JpkiFile {
    /** 署名用電子証明書; readable only after the signature password. */
    SIGNATURE_CERTIFICATE(0x0001),
    SIGNATURE_CA_CERTIFICATE(0x0002),
    TOKEN_INFO(0x0006),
    CERTIFICATE_STATE(0x0008),
    /** 利用者証明用電子証明書; readable by anybody. */
    USER_AUTHENTICATION_CERTIFICATE(0x000A),
    USER_AUTHENTICATION_CA_CERTIFICATE(0x000B),
    USER_AUTHENTICATION_KEY(0x0017),
    USER_AUTHENTICATION_PIN(0x0018),
    SIGNATURE_KEY(0x001A),
    SIGNATURE_PASSWORD(0x001B);

    private final int id;

    JpkiFile(int id) {
        this.id = id;
    }

    /** File identifier, two bytes. */
    public int id() {
        return id;
    }

    /** Short identifier (SFI): the low five bits of the file identifier. */
    public int shortId() {
        return id & 0x1F;
    }
}

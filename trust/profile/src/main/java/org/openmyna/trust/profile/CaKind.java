package org.openmyna.trust.profile;

/** The two certification authorities of JPKI (公的個人認証サービス); neither stands above the other. */
public enum CaKind {
    /** 署名用認証局: certificates for signing documents; they carry the four items. */
    SIGNATURE("JPKI for digital signature", "公的個人認証サービス署名用"),
    /** 利用者証明用認証局: certificates for logging in; they carry no personal data. */
    USER_AUTHENTICATION("JPKI for user authentication", "公的個人認証サービス利用者証明用");

    private final String unit;
    private final String japaneseUnit;

    CaKind(String unit, String japaneseUnit) {
        this.unit = unit;
        this.japaneseUnit = japaneseUnit;
    }

    /** The first {@code OU} of the CA's name. */
    public String unit() {
        return unit;
    }

    /** The first {@code OU} of the CA's alternative name, in Japanese. */
    public String japaneseUnit() {
        return japaneseUnit;
    }
}

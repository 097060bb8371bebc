package org.openmyna.card.protocol;

/** Everything that VERIFY can be asked about: PINs and the numbers that are printed on the card. */
public enum PinReference {
    /** 利用者証明用電子証明書暗証番号. */
    USER_AUTHENTICATION(JpkiFile.USER_AUTHENTICATION_PIN, 3, 4, 4),
    /** 署名用電子証明書暗証番号: A to Z and 0 to 9. */
    SIGNATURE(JpkiFile.SIGNATURE_PASSWORD, 5, 6, 16),
    /** 券面事項入力補助用暗証番号. */
    FORM_INPUT(FormInputFile.PIN, 3, 4, 4),
    /** 照合番号A of the form input application: the My Number. */
    FORM_INPUT_A(FormInputFile.VERIFICATION_NUMBER_A, 10, 12, 12),
    /** 照合番号B of the form input application. */
    FORM_INPUT_B(FormInputFile.VERIFICATION_NUMBER_B, 10, 14, 14),
    /** 生年月日 (六桁) of the card face application: YYMMDD, year of the era. */
    CARD_FACE_BIRTH_DATE(CardFaceFile.BIRTH_DATE_PIN, 10, 6, 6),
    /** 照合番号B of the card face application. */
    CARD_FACE_B(CardFaceFile.VERIFICATION_NUMBER_B, 10, 14, 14),
    /** 照合番号A of the card face application: the My Number. */
    CARD_FACE_A(CardFaceFile.VERIFICATION_NUMBER_A, 10, 12, 12),
    /** 住民基本台帳用暗証番号. */
    JUKI(JukiFile.PIN, 3, 4, 4),
    /** 個人番号カード用暗証番号 of the common application. */
    COMMON(CommonFile.PIN, 3, 4, 4);

    private final CardFile file;
    private final int tryLimit;
    private final int shortest;
    private final int longest;

    PinReference(CardFile file, int tryLimit, int shortest, int longest) {
        this.file = file;
        this.tryLimit = tryLimit;
        this.shortest = shortest;
        this.longest = longest;
    }

    public CardFile file() {
        return file;
    }

    public CardApplication application() {
        return file.application();
    }

    /** How many wrong tries in a row block it. */
    public int tryLimit() {
        return tryLimit;
    }

    /** Fewest characters, each one byte of ASCII. */
    public int shortest() {
        return shortest;
    }

    /** Most characters. */
    public int longest() {
        return longest;
    }
}

package org.openmyna.trust.lint;

/** Rules about the fields of a certificate, MYNA-LNT-001 to 029. */
enum CertificateRule implements Rule {
    STRICT_DER(
            1,
            "X.690 10",
            "DER として正しく、型どおりでなければならない。",
            "Strict DER of the type that belongs there."),
    VERSION(2, "RFC 5280 4.1.2.1", "版は v3 でなければならない。", "The version is v3."),
    SERIAL_RANGE(
            3,
            "RFC 5280 4.1.2.2",
            "発行の番号は正の整数で20オクテット以内。",
            "The serial number is positive and at most 20 octets long."),
    SERIAL_VALUE(
            4, "reference 2.3", "発行の番号は予約したもの。", "The serial number is the one that was reserved."),
    ALGORITHM(
            5,
            "reference 2.1; RFC 4055 5",
            "署名アルゴリズムは sha256WithRSAEncryption、パラメーターは NULL。",
            "The algorithm is sha256WithRSAEncryption with NULL parameters."),
    NAME_LENGTH(
            6,
            "reference 1.1, 2.1, 2.2",
            "名前の RDN の数は決まっている。",
            "A name has so many RDNs, no more and no fewer."),
    NAME_ONE_ATTRIBUTE(7, "reference 1.1", "RDN は属性を一つだけ持つ。", "Each RDN holds one attribute."),
    NAME_TYPE(
            8,
            "reference 1.1, 2.1, 2.2",
            "名前の属性の種類と順序は決まっている。",
            "The attributes of a name have their types in their order."),
    NAME_STRING_TYPE(
            9,
            "reference 1.1, 2.1",
            "C は PrintableString、ほかは UTF8String。",
            "C is a PrintableString, everything else a UTF8String."),
    NAME_VALUE(
            10,
            "reference 1.1, 2.1, 2.2",
            "名前の値は申請・認証局のとおり。",
            "The values of a name are those of the CA and the application."),
    TIME_FORM(
            11,
            "RFC 5280 4.1.2.5",
            "2049年までは UTCTime、以後は GeneralizedTime。秒まで書き Z で終わる。",
            "UTCTime until 2049, GeneralizedTime afterwards, with seconds, ending in Z."),
    NOT_BEFORE(12, "reference 2.1", "有効期間の始まりは発行の時刻。", "notBefore is the time of issue."),
    NOT_AFTER(13, "reference 2.6", "有効期間の終わりは規則のとおり。", "notAfter is as the validity rule says."),
    ENDS_WITH_DAY(
            14,
            "reference 2.1",
            "有効期間は日本時間 23:59:59 に終わる。",
            "notAfter is 23:59:59 Japan time, 14:59:59Z."),
    VALIDITY_ORDER(15, "RFC 5280 4.1.2.5", "始まりは終わりより前。", "notBefore lies before notAfter."),
    LATEST_END(
            16,
            "reference 2.6",
            "カード・利用者証明用証明書・認証局の期限を越えない。",
            "It ends no later than the card, the user authentication certificate and the CA's key."),
    LIFE_TOO_LONG(
            17, "reference 2.6", "有効期間は6回目の誕生日まで。", "It never lives beyond the sixth birthday."),
    KEY_ALGORITHM(
            18,
            "RFC 3279 2.3.1",
            "鍵は rsaEncryption、パラメーターは NULL。",
            "The key is rsaEncryption with NULL parameters."),
    KEY_SIZE(19, "reference 2.1", "法は2,048ビット。", "The modulus has 2,048 bits."),
    KEY_EXPONENT(20, "reference 1.3", "公開指数は 65537。", "The public exponent is 65537."),
    KEY_WEAK(
            21, "RFC 8017 3.1", "法は奇数で小さな素因数を持たない。", "The modulus is odd and has no small factor."),
    KEY_VALUE(22, "reference 2.1", "鍵は申請の鍵。", "The key is the one in the application."),
    UNIQUE_ID(
            23,
            "RFC 5280 4.1.2.8",
            "issuerUniqueID・subjectUniqueID を置かない。",
            "There are no unique identifiers."),
    CN_LENGTH(
            24,
            "reference 2.1, 2.2",
            "CN は署名用28文字、利用者証明用23文字。",
            "The CN has 28 characters for signatures, 23 for user authentication."),
    CN_HEAD(
            25,
            "reference 2.1, 2.2",
            "CN の先頭は、署名用では日時と5桁、利用者証明用では6桁・E・英数字7文字。",
            "The CN begins with a time and 5 digits, or with 6 digits, E and 7 letters or digits."),
    CN_COUNTER(
            26,
            "reference 2.1, 2.2",
            "CN の末尾は受付窓口識別記号。",
            "The CN ends with the counter's id: 5 digits and 4 characters.");

    private final RuleText text;

    CertificateRule(int number, String clause, String japanese, String english) {
        text = new RuleText(number, clause, japanese, english);
    }

    @Override
    public RuleText text() {
        return text;
    }
}

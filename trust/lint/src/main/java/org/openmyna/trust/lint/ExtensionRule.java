package org.openmyna.trust.lint;

/** Rules about extensions, MYNA-LNT-030 to 059. */
enum ExtensionRule implements Rule {
    MISSING(30, "reference 1.3, 2.1, 2.2", "この拡張が必要。", "This extension must be there."),
    UNEXPECTED(31, "reference 1.3, 2.1, 2.2", "この拡張は置かない。", "This extension must not be there."),
    TWICE(32, "RFC 5280 4.2", "同じ拡張は一度だけ。", "An extension stands there only once."),
    ORDER(33, "reference 1.3, 2.1, 2.2", "拡張の順序は決まっている。", "The extensions have their order."),
    CRITICALITY(
            34,
            "reference 1.3, 2.1, 2.2",
            "クリティカルかどうかは決まっている。",
            "Whether it is critical is fixed."),
    DEFAULT_ENCODED(35, "X.690 11.5", "既定値は書かない。", "A default value is not encoded."),
    SIGNATURE_HAS_NO_AIA(
            36,
            "reference 2.2",
            "署名用証明書に authorityInfoAccess を置かない。",
            "A signature certificate has no authorityInfoAccess."),
    SIGNATURE_HAS_NO_EKU(
            37,
            "reference 2.2",
            "署名用証明書に extKeyUsage を置かない。",
            "A signature certificate has no extKeyUsage."),
    KEY_USAGE(
            38,
            "reference 1.3, 2.1, 2.2",
            "keyUsage のビットは決まっている。",
            "The bits of keyUsage are fixed."),
    KEY_PURPOSE(
            39,
            "reference 2.1; RFC 6960 4.2.2.2",
            "extKeyUsage は決まった一つだけ。",
            "extKeyUsage names one purpose, the right one."),
    POLICY(
            40,
            "reference 2.5",
            "ポリシーは種類・媒体・階層のとおり一つ。",
            "One policy: that of kind, medium and hierarchy."),
    CPS_QUALIFIER(
            41, "reference 2.1", "修飾子は CPS 一つ、IA5String。", "One qualifier: CPS, an IA5String."),
    CPS_ADDRESS(
            42,
            "reference 2.1",
            "CPS の所在は設定のとおり。",
            "The address of the CPS is the one of the settings."),
    REAL_HOST(
            43,
            "RFC 2606, RFC 6761",
            "試験用の階層は実在のホストを示さない。",
            "The test hierarchy names no host that can be real."),
    POINT_SHAPE(
            44,
            "reference 2.1; RFC 5280 4.2.1.13",
            "配布点は一つ、fullName の directoryName 一つ。",
            "One distribution point: a fullName that is one directoryName."),
    ACCESS(
            45,
            "reference 2.1",
            "authorityInfoAccess は OCSP 一つ。",
            "authorityInfoAccess holds one entry: OCSP."),
    ACCESS_ADDRESS(
            46,
            "reference 2.1",
            "OCSP の所在は設定のとおり。",
            "The address of OCSP is the one of the settings."),
    ALT_NAME_SHAPE(
            47,
            "reference 1.3, 2.1",
            "別名は directoryName 一つ。",
            "The alternative name is one directoryName."),
    AUTHORITY_KEY(
            48,
            "reference 2.1",
            "authorityKeyIdentifier の鍵識別子は認証局の鍵。",
            "The authority key identifier is the CA's."),
    AUTHORITY_PARTS(
            49,
            "reference 2.1, 3.1",
            "authorityKeyIdentifier の構成は決まっている。",
            "The authority key identifier has its parts, no more and no fewer."),
    AUTHORITY_SERIAL(
            50, "reference 2.1", "認証局証明書の番号。", "The serial number is that of the CA certificate."),
    SUBJECT_KEY(
            51,
            "RFC 5280 4.2.1.2 (1)",
            "主体者鍵識別子は鍵の SHA-1。",
            "The subject key identifier is SHA-1 of the key."),
    BASIC_CONSTRAINTS(
            52, "reference 1.3", "cA は TRUE、パス長の制限なし。", "cA is TRUE, without a path length."),
    NO_CHECK(
            53,
            "RFC 6960 4.2.2.2.1",
            "ocsp-nocheck の値は NULL。",
            "The value of ocsp-nocheck is NULL."),
    RESPONDER_LIFE(
            54,
            "reference 3.3",
            "応答者証明書は90日以内。",
            "A responder's certificate lives at most 90 days.");

    private final RuleText text;

    ExtensionRule(int number, String clause, String japanese, String english) {
        text = new RuleText(number, clause, japanese, english);
    }

    @Override
    public RuleText text() {
        return text;
    }
}

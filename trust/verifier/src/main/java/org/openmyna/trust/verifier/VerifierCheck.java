package org.openmyna.trust.verifier;

/** The checks of this room, in the order in which they are made. */
public enum VerifierCheck implements Check {
    CHALLENGE_IS_FOR_THIS_PLATFORM(
            "architecture 8", "このサービス宛ての問いかけである", "the challenge names this platform"),
    CHALLENGE_IS_FOR_THIS_REQUEST(
            "architecture 8", "この手続きの問いかけである", "the challenge is that of this request"),
    CHALLENGE_USED_ONCE(
            "JPKI 5.2 (1)", "問いかけへの最初の応答である", "this is the first answer to the challenge"),
    CHALLENGE_FRESH("JPKI 5.2 (1)", "問いかけは期限内である", "the challenge is fresh"),
    STRICT_DER("JPKI 5.2 (2), X.690 10", "証明書は正しい DER である", "the certificate is strict DER"),
    NOT_AN_AUTHORITY("JPKI 5.2 (2)", "認証局の証明書ではない", "the certificate is not that of a CA"),
    KIND("JPKI 2.5", "用途に合う種類の証明書である", "the certificate is of the kind asked for"),
    HIERARCHY("JPKI 1.1, 2.5", "本番と試験が混ざっていない", "production and test are not mixed"),
    KEY_USAGE("RFC 5280 4.2.1.3, 4.2.1.12", "鍵の用途が正しい", "key usage and extended key usage fit"),
    KEY("JPKI 5.2 (2)", "公開鍵の種類と長さが正しい", "the public key is of the required kind"),
    CRITICAL_EXTENSIONS(
            "RFC 5280 6.1.4 (o)", "重要拡張をすべて処理した", "every critical extension is understood"),
    POLICY(
            "JPKI 5.2 (5), RFC 5280 6.1.3 (d)",
            "証明書ポリシーが正しい",
            "the certificate policy is the required one"),
    SIGNATURE(
            "JPKI 5.2 (3), RFC 8017 8.2.2", "署名が内容と公開鍵に一致する", "the signature fits content and key"),
    ISSUER_KEY(
            "JPKI 5.2 (4), RFC 5280 4.2.1.1",
            "登録済みの認証局の世代を鍵識別子で選んだ",
            "a pinned generation was chosen by key identifier"),
    ISSUER_NAME(
            "RFC 5280 6.1.3 (a)(4)",
            "発行者名が 1 バイト単位で一致する",
            "the issuer name is the same byte for byte"),
    ISSUER_SIGNATURE("RFC 5280 6.1.3 (a)(1)", "認証局の署名が正しい", "the authority's signature verifies"),
    VALIDITY("RFC 5280 6.1.3 (a)(2)", "証明書は有効期間内である", "the certificate was valid at the time"),
    AUTHORITY_VALIDITY(
            "JPKI 5.2 (4)",
            "認証局の証明書は有効期間内である",
            "the authority's certificate was valid at the time"),
    STATUS_FOUND("JPKI 5.2 (6)", "失効情報がある", "there is status information for it"),
    REVOCATION_LIST_SIGNATURE(
            "RFC 5280 6.3.3 (g)", "失効リストの署名が正しい", "the list is signed by the same authority key"),
    REVOCATION_LIST_SCOPE(
            "RFC 5280 6.3.3 (b)", "失効リストの対象が一致する", "the list covers the distribution point"),
    REVOCATION_LIST_FRESH("JPKI 5.2 (6)", "失効リストは新しい", "the list is fresh"),
    OCSP_RESPONDER(
            "RFC 6960 3.2, 4.2.2.2",
            "認証局が認めた応答者が署名した",
            "a responder authorised by the same authority key signed the answer"),
    OCSP_ANSWER_FITS(
            "RFC 6960 3.2, RFC 9654", "この証明書についての応答である", "the answer is about this certificate"),
    OCSP_ANSWER_FRESH("JPKI 5.2 (6), RFC 6960 3.2", "応答は新しい", "the answer is fresh"),
    NOT_REVOKED("RFC 5280 6.1.3 (a)(3)", "失効していない", "the certificate is not revoked"),
    FOUR_ITEMS("JPKI 5.2 (7)", "基本4情報を読み取った", "the four items were read"),
    EVIDENCE_CONTENT("architecture 10", "記録は示された内容のものである", "the record is of the content shown"),
    EVIDENCE_TIME("architecture 10", "記録の時刻は過去である", "the times of the record have passed");

    private final String clause;
    private final String japanese;
    private final String english;

    VerifierCheck(String clause, String japanese, String english) {
        this.clause = clause;
        this.japanese = japanese;
        this.english = english;
    }

    @Override
    public String clause() {
        return clause;
    }

    @Override
    public String japanese() {
        return japanese;
    }

    @Override
    public String english() {
        return english;
    }
}

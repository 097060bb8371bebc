package org.openmyna.trust.lint;

/** Rules about revocation lists and OCSP answers, MYNA-LNT-080 to 119. */
enum StatusRule implements Rule {
    LIST_VERSION(80, "RFC 5280 5.1.2.1", "版は v2。", "The version is v2."),
    THIS_UPDATE(
            81, "reference 3.1, 3.3", "thisUpdate は決めた時刻。", "thisUpdate is the time that was set."),
    NEXT_UPDATE(
            82, "reference 3.1, 3.3", "nextUpdate は決めた時刻。", "nextUpdate is the time that was set."),
    UPDATE_ORDER(
            83,
            "RFC 5280 5.1.2.5",
            "nextUpdate は thisUpdate より後。",
            "nextUpdate lies after thisUpdate."),
    ENTRY_SERIAL(
            84,
            "RFC 5280 5.1.2.6",
            "番号は正で20オクテット以内。",
            "A listed serial number is positive and at most 20 octets long."),
    ENTRY_ORDER(85, "reference 3.1", "番号は小さい順で重ならない。", "Serial numbers rise strictly."),
    ENTRY_DATE(
            86, "reference 3.1", "失効日時は thisUpdate 以前。", "Nothing was revoked after thisUpdate."),
    ENTRY_REASON(
            87,
            "reference 3.1, 3.2",
            "失効事由は 1 から 6。0 は書かない。",
            "A reason is 1 to 6; unspecified is left out."),
    ENTRY_EXTENSION(
            88,
            "reference 3.1",
            "項目の拡張は reasonCode だけ、非クリティカル。",
            "An entry has no extension but reasonCode, not critical."),
    ENTRIES_ABSENT(
            89,
            "RFC 5280 5.1.2.6",
            "失効がなければ一覧を置かない。",
            "Where nothing is revoked, the list of entries is absent."),
    ENTRY_COUNT(90, "reference 3.1", "項目の数は失効記録のとおり。", "There are as many entries as revocations."),
    LIST_NUMBER(91, "RFC 5280 5.2.3", "cRLNumber は決めた番号。", "cRLNumber is the number that was set."),
    LIST_SCOPE(
            92,
            "RFC 5280 5.2.5; reference 3.1",
            "issuingDistributionPoint は対象の配布点と onlyContainsUserCerts。",
            "issuingDistributionPoint names the point, if one, and onlyContainsUserCerts."),
    RESPONDER_ID(100, "RFC 6960 4.2.1", "応答者は鍵で示す。", "The responder is named by its key."),
    PRODUCED_AT(101, "RFC 6960 4.2.1", "producedAt は署名の時刻。", "producedAt is the time of signing."),
    OCSP_TIME_FORM(
            102,
            "RFC 6960 4.2.1; RFC 5280 4.1.2.5.2",
            "GeneralizedTime、秒まで、Z。",
            "A GeneralizedTime with seconds, ending in Z."),
    ANSWER_COUNT(103, "RFC 6960 4.2.1", "質問と同じ数の答え。", "As many answers as questions."),
    CERT_ID(104, "RFC 6960 4.2.1", "CertID は質問のとおり。", "The CertID is that of the question."),
    STATUS(105, "RFC 6960 2.2", "状態は失効記録のとおり。", "The status is the one of the log."),
    REVOKED_AT(
            106, "RFC 6960 4.2.1", "失効日時は失効記録のとおり。", "The revocation time is the one of the log."),
    REVOKED_REASON(
            107,
            "RFC 6960 4.2.1",
            "失効事由は失効記録のとおり。0 は書かない。",
            "The reason is the one of the log; unspecified is left out."),
    ARCHIVE_CUTOFF(
            108,
            "RFC 6960 4.4.4",
            "archiveCutoff は決めた時刻。",
            "archiveCutoff is the time that was set."),
    NONCE(
            109,
            "RFC 9654 2.1",
            "nonce は質問のもの、1から128オクテット。",
            "The nonce is that of the request, 1 to 128 octets."),
    OCSP_EXTENSION(110, "RFC 6960 4.4", "ほかの拡張を置かない。", "There are no other extensions."),
    OCSP_VERSION(
            111, "RFC 6960 4.2.1; X.690 11.5", "版 v1 は書かない。", "The version, v1, is not encoded."),
    DATES_FIT(
            112,
            "RFC 6960 4.2.2.1",
            "thisUpdate ≤ producedAt < nextUpdate、失効日時 ≤ thisUpdate。",
            "thisUpdate ≤ producedAt < nextUpdate, and nothing was revoked after thisUpdate.");

    private final RuleText text;

    StatusRule(int number, String clause, String japanese, String english) {
        text = new RuleText(number, clause, japanese, english);
    }

    @Override
    public RuleText text() {
        return text;
    }
}

package org.openmyna.trust.authority.log;

/** What can be wrong with a log, for people in both languages. */
public enum LogFlaw {
    ENTRY_MISSING("この番号の記録がありません", "an entry is missing here"),
    ENTRY_EXTRA("記録の番号は 1 から始まります。それより前に記録があります", "an entry stands before the first position"),
    ENTRY_UNREADABLE("記録の内容が読み取れません", "the entry cannot be read"),
    HASH_WRONG(
            "ハッシュが前の記録と内容から導かれるものと違います",
            "the hash does not follow from the entry before and the content"),
    DATE_GOES_BACK("日時が前の記録より早くなっています", "the date is earlier than that of the entry before"),
    HEAD_DOES_NOT_FIT("署名された末尾の番号かハッシュが記録と合いません", "a signed head does not fit the entries"),
    HEAD_SIGNATURE_WRONG("末尾の署名が正しくありません", "the signature of a head is wrong"),
    REVOKED_DIFFERS(
            "失効の表が記録と合いません", "the table of revoked certificates does not follow from the log");

    private final String japanese;
    private final String english;

    LogFlaw(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    public String japanese() {
        return japanese;
    }

    public String english() {
        return english;
    }
}

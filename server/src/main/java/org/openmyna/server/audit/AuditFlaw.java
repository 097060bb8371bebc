package org.openmyna.server.audit;

/** What can be wrong with an access log, for people in both languages. */
public enum AuditFlaw {
    ENTRY_MISSING("この番号の記録がありません", "an entry is missing here"),
    ENTRY_EXTRA("記録の番号は 1 から始まります。それより前に記録があります", "an entry stands before the first position"),
    ENTRY_UNREADABLE("記録の内容が読み取れません", "the entry cannot be read"),
    HASH_WRONG(
            "ハッシュが前の記録と内容から導かれるものと違います",
            "the hash does not follow from the entry before and the content"),
    HEAD_DOES_NOT_FIT("署名された末尾の番号かハッシュが記録と合いません", "a signed head does not fit the entries"),
    HEAD_SIGNATURE_WRONG("末尾の署名が正しくありません", "the signature of a head is wrong"),
    END_CUT_OFF("控えのファイルにある末尾まで記録がありません", "the log ends before the head that was kept in the file");

    private final String japanese;
    private final String english;

    AuditFlaw(String japanese, String english) {
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

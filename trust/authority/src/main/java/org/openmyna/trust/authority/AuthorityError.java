package org.openmyna.trust.authority;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of this room, MYNA-AUT-nnn. */
enum AuthorityError implements ErrorCode {
    DIRECTORY_NOT_FREE(
            "MYNA-AUT-001",
            Audience.OPERATOR,
            "{directory} には認証局を作れません。存在しないか空のディレクトリーを指定してください。",
            "No authority can be made in {directory}. Name a directory that is empty or"
                    + " does not exist."),
    NO_AUTHORITY_HERE(
            "MYNA-AUT-002",
            Audience.OPERATOR,
            "{directory} に認証局がないか、鍵生成の式が途中で終わっています。場所を確かめるか、認証局を作ってください。",
            "There is no authority in {directory}, or its ceremony was not finished."
                    + " Check the place, or establish one."),
    AUTHORITY_IN_USE(
            "MYNA-AUT-003",
            Audience.OPERATOR,
            "{directory} の認証局はすでに使用中です。動いているプログラムを終えてください。",
            "The authority in {directory} is already open. End the program that has it."),
    KEY_UNUSABLE(
            "MYNA-AUT-004",
            Audience.OPERATOR,
            "認証局の鍵 {file} を使えません（{reason}）。パスワードと控えを確かめてください。",
            "The authority's key in {file} cannot be used ({reason}). Check the password"
                    + " and the backup."),
    LEDGER_DAMAGED(
            "MYNA-AUT-005",
            Audience.OPERATOR,
            "台帳 {file} の {line} 行目が壊れています（{reason}）。何も変更していません。控えから戻してください。",
            "The ledger {file} is damaged at line {line} ({reason}). Nothing was changed;"
                    + " restore it from a backup."),
    LEDGER_NOT_WRITABLE(
            "MYNA-AUT-006",
            Audience.OPERATOR,
            "台帳 {file} に書けないため、認証局を止めました。空き容量と媒体を確かめて開き直してください。",
            "The ledger {file} cannot be written, so the authority stopped. Check space"
                    + " and medium, then open it again."),
    SETTINGS_DO_NOT_FIT(
            "MYNA-AUT-007",
            Audience.OPERATOR,
            "{directory} の認証局は {expected} の階層です。設定を合わせてください。",
            "The authority in {directory} is of the {expected} hierarchy. Make the"
                    + " settings agree."),
    FILE_OPEN_TO_OTHERS(
            "MYNA-AUT-008",
            Audience.OPERATOR,
            "{file} を所有者以外も読めます。権限を所有者だけ（600）にしてください。",
            "{file} can be read by others than its owner. Allow its owner alone (mode 600)."),
    AUTHORITY_NOT_READABLE(
            "MYNA-AUT-009",
            Audience.OPERATOR,
            "認証局のファイル {file} を読み書きできません。場所と権限を確かめてください。",
            "The authority's file {file} cannot be read or written. Check place and permissions."),
    POSSESSION_NOT_PROVED(
            "MYNA-AUT-020",
            Audience.OFFICER,
            "発行要求の署名が公開鍵と合いません。カードで要求を作り直してください。",
            "The request is not signed by the key it names. Make the request again on the card."),
    HOLDER_HAS_LIVING_CERTIFICATE(
            "MYNA-AUT-021",
            Audience.OFFICER,
            "この方には有効な同種の電子証明書（発行の番号 {serial}）があります。先に失効させてください。",
            "The holder already has a living certificate of this kind (serial {serial})."
                    + " Revoke it first."),
    CERTIFICATE_NEVER_ISSUED(
            "MYNA-AUT-022",
            Audience.OFFICER,
            "発行の番号 {serial} の電子証明書は発行していません。番号を確かめてください。",
            "No certificate with serial {serial} was issued to anybody. Check the number."),
    AUTHORITY_ENDS_FIRST(
            "MYNA-AUT-023",
            Audience.OPERATOR,
            "証明書の終わり {end} が認証局の鍵の終わり {authorityEnd} を越えます。鍵を更新してください。",
            "The certificate would end on {end}, after the authority's key on"
                    + " {authorityEnd}. Renew the key."),
    OTHER_AUTHORITY_ISSUES(
            "MYNA-AUT-024",
            Audience.DEVELOPER,
            "この認証局（{kind}）の扱うものではありません。もう一方の認証局に求めてください。",
            "This is not a matter of this CA ({kind}). Ask the other one."),
    HOLDER_ID_MALFORMED(
            "MYNA-AUT-025",
            Audience.DEVELOPER,
            "利用者の識別子（{length} 文字）は英数字・ハイフン・下線 1～64 文字にしてください。",
            "A holder id ({length} characters given) is 1 to 64 letters, digits, hyphens"
                    + " or underscores."),
    LIST_LIFETIME_REFUSED(
            "MYNA-AUT-026",
            Audience.OPERATOR,
            "失効リストの有効期間 {lifetime} は使えません。1 時間から 10 日までにしてください。",
            "Revocation lists cannot live for {lifetime}. Choose between one hour and ten days.");

    private final ErrorText text;

    AuthorityError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

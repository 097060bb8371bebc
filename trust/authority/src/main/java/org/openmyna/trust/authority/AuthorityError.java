package org.openmyna.trust.authority;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/**
 * The reasons of this package, MYNA-AUT-nnn. 001, 003 to 006, 008, 009 and 026 belonged to the
 * authority in a directory and do not come back.
 */
enum AuthorityError implements ErrorCode {
    NO_AUTHORITY_HERE(
            "MYNA-AUT-002",
            Audience.OPERATOR,
            "このデータベースに認証局（{kind}）がありません。鍵生成の式で作ってください。",
            "There is no authority ({kind}) in this database. Establish it in a ceremony."),
    SETTINGS_DO_NOT_FIT(
            "MYNA-AUT-007",
            Audience.OPERATOR,
            "この認証局（{kind}）は {expected} の階層です。設定を合わせてください。",
            "The authority ({kind}) is of the {expected} hierarchy. Make the settings agree."),
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
    REQUEST_ID_MALFORMED(
            "MYNA-AUT-030",
            Audience.DEVELOPER,
            "受付番号（{length} 文字）は英数字・ハイフン・下線・ピリオド 1～80 文字にしてください。",
            "A request id ({length} characters given) is 1 to 80 letters, digits, hyphens,"
                    + " underscores or dots."),
    REQUEST_ID_TAKEN(
            "MYNA-AUT-031",
            Audience.DEVELOPER,
            "受付番号 {request} は別の申請のものです。新しい番号で申請してください。",
            "The request id {request} belongs to another request. Use a new one."),
    REQUEST_UNKNOWN(
            "MYNA-AUT-032",
            Audience.OFFICER,
            "受付番号 {request} の申請はありません。番号を確かめてください。",
            "There is no request {request}. Check the id."),
    STEP_OUT_OF_ORDER(
            "MYNA-AUT-033",
            Audience.OFFICER,
            "受付番号 {request} の申請は {state} の段階にあり、この手順へ進めません。状態を確かめてください。",
            "The request {request} is {state}, so this step cannot follow. Look at its state."),
    NOT_AS_THE_PROFILE_SAYS(
            "MYNA-AUT-034",
            Audience.OPERATOR,
            "署名しようとした内容がプロファイルと違うため、署名しませんでした（{count} 件、最初は {first}）。発行を止めて原因を調べてください。",
            "What was to be signed departs from the profile in {count} places, first {first}."
                    + " Nothing was signed. Stop issuing and look for the cause."),
    HOLD_NOT_LIFTABLE(
            "MYNA-AUT-035",
            Audience.OFFICER,
            "発行の番号 {serial} の電子証明書は一時停止を解除できません。失効させて新しく発行してください。",
            "The certificate {serial} is no phone's certificate on hold, so there is nothing to"
                    + " lift. Revoke it and issue a new one."),
    AUTHORITY_ESTABLISHED(
            "MYNA-AUT-036",
            Audience.OPERATOR,
            "このデータベースには認証局（{kind}）がすでにあります。鍵を更新する場合は更新の式を行ってください。",
            "This database has the authority ({kind}) already. For a new key hold a roll-over."),
    DATABASE_FAILED(
            "MYNA-AUT-037",
            Audience.OPERATOR,
            "データベースに書き込めませんでした。回答済みの処理はすべて残っています。データベースを確かめ、同じ受付番号でやり直してください。",
            "The database refused. Whatever was answered before stands; check the database and"
                    + " repeat under the same request id."),
    CERTIFICATE_NOT_DELIVERED(
            "MYNA-AUT-038",
            Audience.OFFICER,
            "発行の番号 {serial} の電子証明書はまだ交付していません。申請 {request} を取りやめてください。",
            "The certificate {serial} was never delivered. Discard the request {request} instead."),
    PAGE_SIZE_REFUSED(
            "MYNA-AUT-039",
            Audience.DEVELOPER,
            "1 回の検索で {most} 件は返せません。1～1,000 件にしてください。",
            "A search cannot answer {most} certificates at once. Choose 1 to 1,000."),
    HOLDER_HAS_UNFINISHED_REQUEST(
            "MYNA-AUT-040",
            Audience.OFFICER,
            "この方の申請（受付番号 {request}）が途中です。続けるか、取りやめてください。",
            "A request for this person is under way ({request}). Resume or discard it."),
    APPLICATION_DOES_NOT_FIT(
            "MYNA-AUT-041",
            Audience.DEVELOPER,
            "申請書の窓口が受付 {request} の窓口と違います。窓口を合わせてください。",
            "The application names another office than its reservation {request}. Make them agree."),
    AUTHORITY_CLOSED(
            "MYNA-AUT-042",
            Audience.DEVELOPER,
            "この認証局はすでに閉じています。開き直してください。",
            "These authorities are closed. Open them again."),
    ALGORITHM_NOT_FOR_GENERATIONS(
            "MYNA-AUT-043",
            Audience.OPERATOR,
            "認証局の鍵に {algorithm} は使えません。RSA_2048 を選んでください。",
            "A key generation cannot be {algorithm} today. Choose RSA_2048."),
    VAULT_OF_ANOTHER_DATABASE(
            "MYNA-AUT-044",
            Audience.OPERATOR,
            "鍵の保管場所の {key} は、このデータベースの鍵ではありません。対になる保管場所を指定してください。",
            "The key {key} in the vault is not the one of this database. Name the vault that"
                    + " belongs to it.");

    private final ErrorText text;

    AuthorityError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

package org.openmyna.server.platform;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of the platform, MYNA-PLT-nnn. */
enum PlatformError implements ErrorCode {
    CLIENT_UNKNOWN(
            "MYNA-PLT-001",
            Audience.DEVELOPER,
            "このサービス（{client}）は登録されていません。サービスの運営者に知らせてください。運営者は client_id を確かめてください。",
            "The service {client} is not registered. Tell its operator, who checks the client_id."),
    CLIENT_NOT_APPROVED(
            "MYNA-PLT-002",
            Audience.DEVELOPER,
            "サービス（{client}）の事業者は認定を受けていないか、認定の期間が終わっています。ログインはできません。運営者に知らせてください。",
            "The party behind the service {client} is not approved, or its approval is over. Nobody can log in. Tell the operator."),
    CLIENT_SUSPENDED(
            "MYNA-PLT-003",
            Audience.DEVELOPER,
            "サービス（{client}）は停止されています。停止が解かれるまで待ってください。",
            "The service {client} is suspended. Wait until the suspension is lifted."),
    REQUEST_REFUSED(
            "MYNA-PLT-004",
            Audience.DEVELOPER,
            "ログインの要求が正しくありません（{parameter}）。サービスの運営者に知らせてください。",
            "The request for a login is wrong ({parameter}). Tell the operator of the service."),
    REDIRECT_NOT_REGISTERED(
            "MYNA-PLT-005",
            Audience.DEVELOPER,
            "戻り先（redirect_uri）が登録と違います。そこへは戻りません。サービスの運営者に知らせてください。",
            "The address to return to (redirect_uri) is not the registered one; nobody is sent there. Tell the operator of the service."),
    LOGIN_UNKNOWN(
            "MYNA-PLT-006",
            Audience.CITIZEN,
            "このログインは終わっているか、ありません。サービスの画面からやり直してください。",
            "This login is over, or there is none. Begin again at the service."),
    OTHER_BROWSER(
            "MYNA-PLT-007",
            Audience.CITIZEN,
            "このログインは別のブラウザーで始まりました。始めたブラウザーで続けるか、このブラウザーでやり直してください。",
            "This login was begun in another browser. Go on there, or begin again in this one."),
    ANSWER_MALFORMED(
            "MYNA-PLT-008",
            Audience.DEVELOPER,
            "カードソフトの応答を読み取れません（{part}）。カードソフトを新しくしてください。",
            "The answer of the card agent cannot be read ({part}). Use a newer agent."),
    CODE_WRONG(
            "MYNA-PLT-009",
            Audience.CITIZEN,
            "番号が違います。最初の画面に出ている6桁の番号を入力してください。あと{left}回です。",
            "The number is wrong. Type the six digits of the first screen; {left} tries are left."),
    ITEMS_NOT_GENUINE(
            "MYNA-PLT-010",
            Audience.CITIZEN,
            "カードの基本4情報が本物と確かめられません（{reason}）。市区町村の窓口でカードを見てもらってください。",
            "The four items of the card are not genuine ({reason}). Have the card looked at by your municipality."),
    ITEMS_OF_ANOTHER(
            "MYNA-PLT-011",
            Audience.CITIZEN,
            "基本4情報が、ログインした人のカードのものと確かめられません。同じカードを置いたままやり直してください。",
            "The four items are not confirmed to be of the card that logged in. Leave that card on the reader and try again."),
    ITEMS_MISSING(
            "MYNA-PLT-012",
            Audience.CITIZEN,
            "同意した項目がカードから届いていません。カードを置いたままやり直してください。",
            "What you agreed to pass on did not come from the card. Leave the card on the reader and try again."),
    CANCELLED(
            "MYNA-PLT-013",
            Audience.CITIZEN,
            "ログインは取りやめになりました。何も渡していません。",
            "The login was cancelled. Nothing was passed on."),
    AGENT_FAILED(
            "MYNA-PLT-014",
            Audience.CITIZEN,
            "カードソフトで止まりました（{reason}）。カードソフトの画面の案内に従い、サービスの画面からやり直してください。",
            "The card agent could not go on ({reason}). Do what its screen says and begin again at the service."),
    SECRET_UNUSABLE(
            "MYNA-PLT-015",
            Audience.OPERATOR,
            "鍵のファイル {file} を使えません。控えから戻してください。作り直すと、全員の識別子が変わります。",
            "The key file {file} cannot be used. Restore it from a copy: a new one changes everybody's subject."),
    REGISTRATION_WRONG(
            "MYNA-PLT-016",
            Audience.DEVELOPER,
            "登録の内容が正しくありません（{field}）。欄やオプションの説明のとおりに直してください。",
            "The registration is wrong ({field}). Put it right as the note at the field, or the help of the option, says."),
    ANSWER_LATE(
            "MYNA-PLT-017",
            Audience.CITIZEN,
            "カードの応答が間に合いませんでした。何も渡していません。サービスの画面からやり直してください。",
            "The card answered too late. Nothing was passed on. Begin again at the service."),
    PARTY_UNKNOWN(
            "MYNA-PLT-018",
            Audience.OPERATOR,
            "事業者 {party} は登録されていません。`openmyna platform party list` で確かめるか、party add で登録してください。",
            "There is no party {party}. See `openmyna platform party list`, or enter it with party add."),
    PARTY_DIFFERS(
            "MYNA-PLT-019",
            Audience.OPERATOR,
            "{party} は別の種類か名称で登録されています（{kind}、{name}）。何も変えていません。別の ID を使ってください。",
            "{party} is entered as another kind or under another name ({kind}, {name}). Nothing was changed. Use another id."),
    TOO_MANY_WAITING(
            "MYNA-PLT-020",
            Audience.CITIZEN,
            "このサービスへのログインが混み合っています。1分ほど待ってから、サービスの画面からやり直してください。",
            "Too many logins at this service are waiting for their cards. Wait a minute and begin again at the service.");

    private final ErrorText text;

    PlatformError(String code, Audience audience, String japanese, String english) {
        this.text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

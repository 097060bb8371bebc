package org.openmyna.agent.error;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of the card agent, MYNA-AGT-nnn. */
public enum AgentError implements ErrorCode {
    PORT_TAKEN(
            "MYNA-AGT-001",
            Audience.OPERATOR,
            "カードエージェントのポート {port} はほかのプログラムが使っています。別の番号を指定してください（agent では --port、start では --agent-port）。",
            "Another program listens at the card agent's port {port}. Choose another one (--port of agent, --agent-port of start)."),
    PLATFORM_MALFORMED(
            "MYNA-AGT-002",
            Audience.OPERATOR,
            "プラットフォームのアドレス {issuer} は使えません。https://…、またはこのコンピューターの http://localhost… を指定してください。",
            "The platform {issuer} cannot be used. Name it as https://…, or as http://localhost… on this machine."),
    REQUEST_MALFORMED(
            "MYNA-AGT-010",
            Audience.DEVELOPER,
            "依頼を読み取れません（{what}）。はじめのサービスからやり直してください。",
            "The request cannot be read ({what}). Start again at the service."),
    PARTY_UNKNOWN(
            "MYNA-AGT-011",
            Audience.CITIZEN,
            "このコンピューターが知らない相手からの依頼です。暗証番号を入力しないでください。",
            "The request comes from a party that this machine does not know. Do not type a PIN."),
    REQUEST_FORGED(
            "MYNA-AGT-012",
            Audience.CITIZEN,
            "依頼の署名が正しくありません。暗証番号を入力せず、はじめのサービスからやり直してください。",
            "The request is not signed by who it names. Do not type a PIN; start again at the service."),
    REQUEST_EXPIRED(
            "MYNA-AGT-013",
            Audience.CITIZEN,
            "依頼の期限（5分）が過ぎました。はじめのサービスからやり直してください。",
            "The request is older than five minutes. Start again at the service."),
    REQUEST_USED(
            "MYNA-AGT-014",
            Audience.CITIZEN,
            "この依頼は一度使われました。はじめのサービスからやり直してください。",
            "This request was used before. Start again at the service."),
    ADDRESS_FOREIGN(
            "MYNA-AGT-015",
            Audience.DEVELOPER,
            "依頼の {claim} は、依頼した相手のアドレスではありません。answer と back は iss と同じオリジンにしてください。",
            "The {claim} of the request is not an address of who asks. Put answer and back on the origin of iss."),
    CHALLENGE_DIFFERS(
            "MYNA-AGT-016",
            Audience.DEVELOPER,
            "署名する内容と依頼が食い違っています（{what}）。この依頼には署名しません。",
            "What is to be signed differs from the request ({what}). It is not signed."),
    CLIENT_UNREGISTERED(
            "MYNA-AGT-017",
            Audience.CITIZEN,
            "登録されていない相手です。ログインはできません。",
            "This party is not registered. You cannot log in there."),
    KEYS_NOT_REACHED(
            "MYNA-AGT-018",
            Audience.CITIZEN,
            "依頼した相手を確かめられません（鍵を取得できません）。少し待って、はじめのサービスからやり直してください。",
            "Who asks cannot be checked, since its keys were not reached. Wait a little and start again at the service."),
    BUSY(
            "MYNA-AGT-020",
            Audience.CITIZEN,
            "ほかの依頼の途中です。終わるまでお待ちください。",
            "Another request is under way. Please wait until it ends."),
    NOTHING_ASKED(
            "MYNA-AGT-021",
            Audience.CITIZEN,
            "この画面の依頼は終わっています。はじめのサービスからやり直してください。",
            "Nothing is being asked in this window. Start again at the service."),
    CROSS_SITE(
            "MYNA-AGT-022",
            Audience.DEVELOPER,
            "ほかのページから送られた操作は受け付けません。エージェントの画面で操作してください。",
            "What another page sends is not taken. Use the pages of the agent."),
    HOST_WRONG(
            "MYNA-AGT-023",
            Audience.DEVELOPER,
            "この名前ではお答えしません。http://127.0.0.1:{port} を開いてください。",
            "Nothing is told under this name. Open http://127.0.0.1:{port}."),
    NOT_HERE(
            "MYNA-AGT-024",
            Audience.DEVELOPER,
            "このコンピューターからの接続だけを受け付けます。",
            "Only programs of this machine are answered."),
    FRAMED(
            "MYNA-AGT-025",
            Audience.DEVELOPER,
            "ほかのページの中には表示しません。ブラウザーの画面全体で開いてください。",
            "The agent is not shown inside another page. Open it as a page of its own."),
    ORIGIN_CHANGED(
            "MYNA-AGT-026",
            Audience.CITIZEN,
            "途中でアドレスが変わったので中止しました。はじめのサービスからやり直してください。",
            "The address changed on the way, so this was stopped. Start again at the service."),
    PATH_UNKNOWN(
            "MYNA-AGT-027",
            Audience.DEVELOPER,
            "このアドレスには何もありません。http://127.0.0.1:{port} を開いてください。",
            "There is nothing at this address. Open http://127.0.0.1:{port}."),
    TIMED_OUT(
            "MYNA-AGT-028",
            Audience.CITIZEN,
            "120秒のあいだ操作がなかったか、画面が閉じられたので取り消しました。はじめのサービスからやり直してください。",
            "Nothing was done for 120 seconds, or the page was closed, so this was cancelled. Start again at the service."),
    CARD_NOT_OF_TEST(
            "MYNA-AGT-031",
            Audience.CITIZEN,
            "試験用のカードではありません。本物のマイナンバーカードはここでは使えません。カードをはずしてください。",
            "This is no TEST card. A real My Number Card is not used here. Take it off the reader."),
    NOT_A_MY_NUMBER_CARD(
            "MYNA-AGT-032",
            Audience.CITIZEN,
            "このカードではログインできません。利用者証明用電子証明書のあるマイナンバーカードを置いてください。",
            "This card cannot log in. Put down a My Number Card that has a certificate for login."),
    CARD_BUSY(
            "MYNA-AGT-033",
            Audience.CITIZEN,
            "このカードはほかのプログラムが使っています。そのプログラムを終えてください。",
            "Another program uses this card. End that program."),
    CERTIFICATE_NOT_IN_FORCE(
            "MYNA-AGT-034",
            Audience.CITIZEN,
            "電子証明書の有効期間の外です（{from} から {until} まで）。市区町村の窓口で新しくできます。",
            "The certificate is valid from {from} to {until} only. Your municipal office can renew it."),
    PIN_LOCKED(
            "MYNA-AGT-035",
            Audience.CITIZEN,
            "ロックされています。カードは使えますが、この機能は市区町村の窓口で解除が必要です。カードと本人確認書類をお持ちください。",
            "The PIN is locked. The card still works, but your municipal office must unlock this function. Bring the card and proof of identity."),
    LAST_TRY_KEPT(
            "MYNA-AGT-036",
            Audience.CITIZEN,
            "あと1回でロックされます。ロックを防ぐため、共用のコンピューターでは続けられません。窓口へどうぞ。",
            "One try is left. To keep the card from locking, this shared machine does not go on. Please go to the counter."),
    OTHER_CARD(
            "MYNA-AGT-037",
            Audience.CITIZEN,
            "別のカードに変わりました。暗証番号は送っていません。もう一度入力してください。",
            "Another card lies there now. The PIN was not sent. Please type it again."),
    CARD_MOVED(
            "MYNA-AGT-038",
            Audience.CITIZEN,
            "読み取りの途中でカードが離れました。暗証番号は消しました。もう一度置いてください。",
            "The card was moved while it was read. The PIN was wiped. Put the card back."),
    CODE_WRONG(
            "MYNA-AGT-039",
            Audience.CITIZEN,
            "確認コードが3回違いました。はじめの画面からやり直してください。",
            "The matching code was wrong three times. Start again at the first screen."),
    ANSWER_NOT_TAKEN(
            "MYNA-AGT-040",
            Audience.CITIZEN,
            "依頼した相手が答えを受け取りませんでした（{why}）。はじめのサービスからやり直してください。",
            "Who asked did not take the answer ({why}). Start again at the service."),
    UNFORESEEN(
            "MYNA-AGT-041",
            Audience.OPERATOR,
            "思いがけない誤りで続けられません。カードエージェントを動かした画面の記録を確かめて、やり直してください。",
            "Something unforeseen went wrong. See what the card agent wrote where it was started, and try again."),
    ANSWER_NOT_DELIVERED(
            "MYNA-AGT-042",
            Audience.CITIZEN,
            "依頼した相手（{host}）に答えを届けられません。つながりを確かめて、はじめのサービスからやり直してください。",
            "The answer did not reach who asked ({host}). Check the connection and start again at the service.");

    private final ErrorText text;

    AgentError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

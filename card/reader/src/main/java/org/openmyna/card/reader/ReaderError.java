package org.openmyna.card.reader;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

enum ReaderError implements ErrorCode {
    NOT_A_MY_NUMBER_CARD(
            "MYNA-CRD-021",
            Audience.CITIZEN,
            "公的個人認証のアプリケーションが見つかりません（{status}）。マイナンバーカードを置いてください。",
            "This card has no public personal authentication application ({status})."
                    + " Put a My Number Card on the reader."),
    PIN_NOT_VERIFIED(
            "MYNA-CRD-022",
            Audience.DEVELOPER,
            "{command} の前に、必要な暗証番号または照合番号を照合してください。",
            "Verify the PIN or verification number that {command} needs first."),
    COMMAND_REFUSED(
            "MYNA-CRD-023",
            Audience.DEVELOPER,
            "カードが {command} を拒否しました（ステータスワード {status}）。意味は ISO/IEC 7816-4 の 5.6 節で確かめてください。",
            "The card refused {command} with status word {status}."
                    + " Look the word up in ISO/IEC 7816-4, 5.6."),
    NO_READER(
            "MYNA-CRD-024",
            Audience.CITIZEN,
            "カードリーダーが見つかりません（{why}）。リーダーをつなぎ、pcscd が動いているか確かめてください。",
            "No card reader was found: {why}. Connect one and check that pcscd is running."),
    NO_CARD(
            "MYNA-CRD-025",
            Audience.CITIZEN,
            "どのリーダーにもマイナンバーカードがありません。カードを置くか、`openmyna card insert` を使ってください。",
            "No reader holds a My Number Card. Put one on a reader or use `openmyna card insert`."),
    VERIFICATION_LOST(
            "MYNA-CRD-026",
            Audience.DEVELOPER,
            "途中で別のアプリケーションが選択されたため、{applicationJa} の照合状態が失われました。{command} の前にもう一度照合してください。",
            "Another application was selected in between, so {application} forgot what was verified."
                    + " Verify again before {command}."),
    APPLICATION_MISSING(
            "MYNA-CRD-027",
            Audience.CITIZEN,
            "このカードには {applicationJa} がありません（{status}）。マイナンバーカードか確かめてください。",
            "This card has no application {application} ({status}). Check that it is a My Number Card."),
    ANSWER_ENDLESS(
            "MYNA-CRD-028",
            Audience.CITIZEN,
            "カードの応答が終わりません（{command}）。正規のカードではないおそれがあります。カードを置き直してください。",
            "The card does not come to an end of its answer to {command}; it may be no genuine card."
                    + " Put it back once and distrust it if this stays."),
    REFERENCE_MISSING(
            "MYNA-CRD-029",
            Audience.DEVELOPER,
            "このカードには照合の対象 {referenceJa} がありません。カードの種類を確かめてください。",
            "This card has no reference {reference}. Check what kind of card this is."),
    CARD_TERMINATED(
            "MYNA-CRD-030",
            Audience.CITIZEN,
            "このカードのチップは使えなくなっています（{status}）。お住まいの市区町村で新しいカードを申請してください。",
            "The chip of this card is terminated ({status}) and stays so."
                    + " Apply for a new card at your municipal office."),
    ISSUER_UNKNOWN(
            "MYNA-CRD-031",
            Audience.OFFICER,
            "{applicationJa} の発行者証明書に署名した鍵 {keyId} は信頼できる鍵の一覧にありません。偽造のおそれがあります。受け付けないでください。",
            "The key {keyId}, which signed the issuer certificate of {application}, is not among the"
                    + " trusted ones. The card may be forged: do not accept it."),
    CERTIFICATE_SIGNATURE_WRONG(
            "MYNA-CRD-032",
            Audience.OFFICER,
            "{applicationJa} の発行者証明書の署名が正しくありません。偽造のおそれがあります。受け付けないでください。",
            "The signature of the issuer certificate of {application} is wrong. The card may be forged:"
                    + " do not accept it."),
    WRONG_CHAIN(
            "MYNA-CRD-033",
            Audience.OFFICER,
            "{applicationJa} の発行者証明書に、別のアプリケーション用の鍵 {keyId} が使われています。受け付けないでください。",
            "The issuer certificate of {application} was signed with {keyId}, the key for another"
                    + " application. Do not accept the card."),
    DATA_SIGNATURE_WRONG(
            "MYNA-CRD-034",
            Audience.OFFICER,
            "{fileJa} の署名が正しくありません。内容が書き換えられたおそれがあります。受け付けないでください。",
            "The signature of {file} is wrong: its content may have been altered. Do not accept the card."),
    NUMBER_DIGEST_DIFFERS(
            "MYNA-CRD-035",
            Audience.OFFICER,
            "個人番号が発行者の署名したものと違います。受け付けないでください。",
            "The My Number is not the one that the issuer signed. Do not accept the card."),
    ITEMS_DIGEST_DIFFERS(
            "MYNA-CRD-036",
            Audience.OFFICER,
            "基本4情報が発行者の署名したものと違います。受け付けないでください。",
            "The four items are not those that the issuer signed. Do not accept the card."),
    CHALLENGE_WRONG(
            "MYNA-CRD-037",
            Audience.OFFICER,
            "チップは {applicationJa} の秘密鍵を持っていません。別のカードから複製されたデータのおそれがあります。受け付けないでください。",
            "The chip does not hold the private key of {application}: its data may be a copy of another"
                    + " card. Do not accept it."),
    KEY_DIFFERS(
            "MYNA-CRD-038",
            Audience.OFFICER,
            "{fileJa} に入っている公開鍵が、ほかのデータの公開鍵と違います。受け付けないでください。",
            "The public key in {file} is not the one in the other data. Do not accept the card."),
    MIXED_CARDS(
            "MYNA-CRD-039",
            Audience.OFFICER,
            "券面事項入力補助APと券面事項確認APの {whatJa} が違います。2 枚のカードのデータが混ざっています。受け付けないでください。",
            "Form input and card face disagree about {what}: the data of two cards are mixed."
                    + " Do not accept the card."),
    TEST_CARD_IN_PRODUCTION(
            "MYNA-CRD-040",
            Audience.OFFICER,
            "これは試験用カードです（鍵 {keyId}）。本番では使えません。本物のカードを置いてください。",
            "This is a test card (key {keyId}). It is worth nothing in production: present a real one."),
    REAL_CARD_IN_TEST(
            "MYNA-CRD-041",
            Audience.DEVELOPER,
            "これは本番のカードです（鍵 {keyId}）。試験環境では試験用カードだけを使ってください。",
            "This is a real card (key {keyId}). Use test cards only in a test environment."),
    CHALLENGE_REFUSED(
            "MYNA-CRD-042",
            Audience.OFFICER,
            "チップは {applicationJa} の内部認証に応じません（{status}）。受け付けないでください。",
            "The chip refuses the internal authentication of {application} ({status})."
                    + " Do not accept the card."),
    SIGNED_FILE_UNREADABLE(
            "MYNA-CRD-043",
            Audience.OFFICER,
            "{fileJa} を読み取れないため、真正性を確かめられません（{why}）。受け付けないでください。",
            "{file} cannot be read, so that the card cannot be checked: {why} Do not accept it."),
    TEST_AUTHORITY_IN_PRODUCTION(
            "MYNA-CRD-051",
            Audience.OPERATOR,
            "本番モードでは鍵 {keyId} を信頼できません。公表された発行者の鍵だけを使います。設定から外してください。",
            "Production mode does not trust the key {keyId}: it knows the published issuer keys only."
                    + " Take it out of the settings."),
    REAL_AUTHORITY_IN_TEST(
            "MYNA-CRD-052",
            Audience.OPERATOR,
            "試験モードでは試験用の鍵（6 で始まる鍵ID）だけを使えます（{keyId}）。本番の鍵には本番モードを使ってください。",
            "Test mode takes only test keys, whose ids begin with 6 ({keyId} does not)."
                    + " Use production mode for the real ones."),
    NEW_PIN_MALFORMED(
            "MYNA-CRD-061",
            Audience.CITIZEN,
            "新しい暗証番号の形が {referenceJa} に合いません。数字 4 桁、署名用は英数字 6〜16 文字（英字と数字の両方）です。",
            "The new PIN does not fit {reference}: four digits, or for signatures 6 to 16 letters and"
                    + " digits with at least one of each."),
    NOT_CHANGEABLE(
            "MYNA-CRD-062",
            Audience.DEVELOPER,
            "{referenceJa} は本人が変更できません。変更できるのは暗証番号だけです。",
            "The holder cannot change {reference}; only the PINs can be changed."),
    RECORDING_MALFORMED(
            "MYNA-CRD-065",
            Audience.DEVELOPER,
            "記録された通信の {line} 行目を読めません（{why}）。記録を作り直してください。",
            "Line {line} of the recorded session cannot be read: {why}. Record it again."),
    RECORDING_DIFFERS(
            "MYNA-CRD-066",
            Audience.DEVELOPER,
            "{position} 番目の命令 {command} は記録と違います（記録は {recorded}）。同じ手順で実行するか、記録し直してください。",
            "Command {position}, {command}, is not the recorded one, which is {recorded}."
                    + " Take the recorded steps, or record again."),
    RECORDING_HIDES_IT(
            "MYNA-CRD-067",
            Audience.DEVELOPER,
            "{command} の応答は個人の情報なので記録されていません。試験用カードで記録し直してください。",
            "The answer to {command} is personal and was not recorded. Record with a test card instead.");

    private final ErrorText text;

    ReaderError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

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
            "{command} の前に、この鍵の暗証番号を照合してください。",
            "Verify the PIN of this key before {command}."),
    COMMAND_REFUSED(
            "MYNA-CRD-023",
            Audience.DEVELOPER,
            "カードが {command} を断りました（ステータスワード {status}）。",
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
            "No reader holds a My Number Card. Put one on a reader or use `openmyna card insert`.");

    private final ErrorText text;

    ReaderError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

package org.openmyna.card.protocol;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

enum ProtocolError implements ErrorCode {
    APDU_MALFORMED(
            "MYNA-CRD-001",
            Audience.DEVELOPER,
            "カードへの命令または応答の形が正しくありません（{why}）。ISO/IEC 7816-4 の 5 節の形にしてください。",
            "The command or answer is malformed: {why}. Shape it as ISO/IEC 7816-4 clause 5 says."),
    CONNECTION_LOST(
            "MYNA-CRD-002",
            Audience.CITIZEN,
            "カードとの通信が切れました（{why}）。カードを置き直して、もう一度お試しください。",
            "The connection to the card was lost: {why}. Put the card back and try again."),
    FILE_MALFORMED(
            "MYNA-CRD-003",
            Audience.DEVELOPER,
            "カードのファイル {file} の内容を読み取れません（{why}）。カードの種類を確かめてください。",
            "The card's file {file} cannot be understood: {why}. Check what kind of card this is.");

    private final ErrorText text;

    ProtocolError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

package org.openmyna.server.cards;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of card management, MYNA-CDS-nnn. */
public enum CardsError implements ErrorCode {
    NO_RESIDENT(
            "MYNA-CDS-001",
            Audience.OFFICER,
            "住民として登録されている方と、国外転出者で継続利用をしている方にのみカードを作成できます（現在の区分：{standing}）。転入届などを先に処理してください。",
            "Cards are made for registered residents and for emigrants with continued use only (now: {standing}). Record the move-in or arrival first."),
    STAY_IS_OVER(
            "MYNA-CDS-002",
            Audience.OFFICER,
            "在留期間は {until} に満了しています。在留期間の更新を記録してから作成してください。",
            "The period of stay ended on {until}. Record its extension first."),
    OFFICE_UNKNOWN(
            "MYNA-CDS-003",
            Audience.OPERATOR,
            "市区町村 {municipality} のローマ字表記が登録されていません。市区町村の表に追加してください。",
            "There is no romaji for municipality {municipality}. Add it to the table of municipalities."),
    RECORD_KEEPS_CHANGING(
            "MYNA-CDS-004",
            Audience.OFFICER,
            "作成中に住民票が {tries} 回変更されたため、カードを作成しませんでした。少し待ってからやり直してください。",
            "The resident record changed {tries} times during production, so no card was made. Try again in a moment."),
    PRODUCTION_BUSY(
            "MYNA-CDS-005",
            Audience.OFFICER,
            "ほかのカードを作成中です。数秒待ってからやり直してください。",
            "Other cards are in production. Try again in a few seconds."),
    ISSUER_KEYS_BUSY(
            "MYNA-CDS-006",
            Audience.OPERATOR,
            "ほかのプログラムが発行者の鍵のフォルダー {directory} を使っています。そのプログラムを終了してからやり直してください。",
            "Another program has the issuer's folder {directory} open. Let it end and try again.");

    private final ErrorText text;

    CardsError(String code, Audience audience, String japanese, String english) {
        this.text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

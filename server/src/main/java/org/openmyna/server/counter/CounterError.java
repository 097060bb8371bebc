package org.openmyna.server.counter;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of the municipal counter, MYNA-CTR-nnn. */
enum CounterError implements ErrorCode {
    OFFICER_UNKNOWN(
            "MYNA-CTR-001",
            Audience.DEVELOPER,
            "その職員はいません。一覧から選び直してください。",
            "There is no such officer. Choose one from the list."),
    DATABASE_NOT_REACHED(
            "MYNA-CTR-002",
            Audience.OPERATOR,
            "窓口のデータベースが応答しません（{state}）。少し待ってからもう一度試してください。",
            "The counter's database does not answer ({state}). Wait a moment and try again."),
    PAPER_NOT_MADE(
            "MYNA-CTR-003",
            Audience.OPERATOR,
            "受理通知書を作れません（{reason}）。届出は記録されています。記録を確かめてください。",
            "The notice cannot be printed ({reason}). What was recorded stands. See the log."),
    FONT_MISSING(
            "MYNA-CTR-004",
            Audience.OPERATOR,
            "書体 {font} がありません。インストールし直してください。",
            "The font {font} is missing. Install the program again."),
    TABLE_UNREADABLE(
            "MYNA-CTR-005",
            Audience.OPERATOR,
            "表 {table} の {line} 行目を読み取れません。",
            "Line {line} of the table {table} cannot be read."),
    CARD_UNREADABLE(
            "MYNA-CTR-006",
            Audience.OFFICER,
            "カードの電子証明書を読み取れません（{reason}）。置き直すか、氏名と生年月日で探してください。",
            "The certificate on the card cannot be read ({reason}). Put it down again, or search by name"
                    + " and birth date.");

    private final ErrorText text;

    CounterError(String code, Audience audience, String japanese, String english) {
        this.text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

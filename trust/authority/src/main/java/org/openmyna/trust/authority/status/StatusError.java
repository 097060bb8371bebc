package org.openmyna.trust.authority.status;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of this package, MYNA-STA-nnn. */
enum StatusError implements ErrorCode {
    LOG_NOT_FOLLOWED(
            "MYNA-STA-001",
            Audience.OPERATOR,
            "失効情報等の記録を読めないため、状態を更新できません。データベースを確かめてください。",
            "The status log cannot be read, so statuses are not brought up to date. Check the"
                    + " database."),
    SNAPSHOT_NOT_WRITTEN(
            "MYNA-STA-002",
            Audience.OPERATOR,
            "状態の控え {file} を書けません。空き容量と権限を確かめてください。次の起動では記録から作り直します。",
            "The status snapshot {file} cannot be written. Check space and permissions; the next"
                    + " start rebuilds it from the log."),
    LOG_NOT_WHOLE(
            "MYNA-STA-003",
            Audience.OPERATOR,
            "失効情報等の記録の {position} 番以降に、欠けているか読み取れないものがあるため、状態を更新できません。"
                    + "`authority log verify` で全体を確かめ、控えから戻してください。",
            "From entry {position} on, one is missing or cannot be read, so statuses are not brought"
                    + " up to date. Run `authority log verify`, then restore from a backup.");

    private final ErrorText text;

    StatusError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

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
                    + " up to date. Run `authority log verify`, then restore from a backup."),
    LOG_BEHIND_SNAPSHOT(
            "MYNA-STA-004",
            Audience.OPERATOR,
            "状態の控え {file} にある記録 {position} 番が、失効情報等の記録にありません（古い控えから戻したか、別の記録です）。"
                    + "失効を忘れたおそれがあるため、状態を答えません。記録を新しい控えから戻してください。"
                    + "失われたものを承知で続ける場合だけ、このファイルを消してください。",
            "Entry {position}, which the status snapshot {file} tells of, is not in the status log:"
                    + " it was restored from an old backup, or is another log. Revocations may be"
                    + " forgotten, so no status is answered. Restore the log from a newer backup;"
                    + " remove the file only to go on without what was lost.");

    private final ErrorText text;

    StatusError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

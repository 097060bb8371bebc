package org.openmyna.trust.authority.log;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of this package, MYNA-LOG-nnn. */
enum LogError implements ErrorCode {
    LOG_NOT_REACHED(
            "MYNA-LOG-001",
            Audience.OPERATOR,
            "失効情報等の記録を読み書きできません（データベースが応答しません）。データベースを確かめてください。",
            "The status log cannot be read or written, since the database does not answer."
                    + " Check the database."),
    ENTRY_UNREADABLE(
            "MYNA-LOG-002",
            Audience.OPERATOR,
            "記録の {position} 番を読み取れません。`authority log verify` で全体を確かめ、控えから戻してください。",
            "Entry {position} of the status log cannot be read. Run `authority log verify`,"
                    + " then restore from a backup."),
    EXPORT_NOT_WRITTEN(
            "MYNA-LOG-003",
            Audience.OPERATOR,
            "記録を書き出せません。空き容量と場所を確かめてください。",
            "The log cannot be exported. Check the space and the place.");

    private final ErrorText text;

    LogError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

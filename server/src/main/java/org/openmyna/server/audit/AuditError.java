package org.openmyna.server.audit;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of access logs, MYNA-AUD-nnn. */
enum AuditError implements ErrorCode {
    LOG_NOT_REACHED(
            "MYNA-AUD-001",
            Audience.OPERATOR,
            "アクセス記録を読み書きできません（データベースが応答しません）。データベースを確かめてください。",
            "The access log cannot be read or written, since the database does not answer."
                    + " Check the database."),
    HEAD_NOT_KEPT(
            "MYNA-AUD-002",
            Audience.OPERATOR,
            "アクセス記録の末尾の控え {file} を読み書きできません。場所と権限と空き容量を確かめてください。",
            "The head of the access log cannot be kept in {file}. Check place, permissions and"
                    + " space.");

    private final ErrorText text;

    AuditError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

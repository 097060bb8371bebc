package org.openmyna.server.residents;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of the residents' register, MYNA-RES-nnn. */
public enum ResidentError implements ErrorCode {
    RELATIONSHIP_MALFORMED(
            "MYNA-RES-001",
            Audience.OPERATOR,
            "続柄は1〜20文字で入力してください。",
            "Enter a relationship of 1 to 20 characters.");

    private final ErrorText text;

    ResidentError(String code, Audience audience, String japanese, String english) {
        this.text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

package org.openmyna.server.sandbox;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of the sandbox, MYNA-SBX-nnn. */
public enum SandboxError implements ErrorCode {
    POPULATION_NOT_OURS(
            "MYNA-SBX-001",
            Audience.OPERATOR,
            "住民登録に {there} 人いますが、この試験用の国の住民の並びと合いません。データフォルダーを空にするか、別のフォルダーで始めてください。",
            "The register has {there} people who do not fit the test population of this country. Start with an empty data folder, or with another one."),
    NO_SUCH_PERSON(
            "MYNA-SBX-002",
            Audience.CITIZEN,
            "この番号の試験用の住民はいません。住民の一覧から選び直してください。",
            "There is no such test resident. Pick one from the list."),
    CARD_NOT_MADE_YET(
            "MYNA-SBX-003",
            Audience.CITIZEN,
            "この人のカードはまだありません。先に「この人のカードを持つ」を押してください。",
            "This person has no card yet. First press “Take this person's card”.");

    private final ErrorText text;

    SandboxError(String code, Audience audience, String japanese, String english) {
        this.text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

package org.openmyna.card.issuer;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

enum IssuerError implements ErrorCode {
    NOT_BLANK(
            "MYNA-ISS-001",
            "このカードはすでに発行済みです。書き込めるのは空のカードだけです。新しいカードを用意してください。",
            "This card is personalised already. Only a blank card can be written; take a new one."),
    STEP_REFUSED(
            "MYNA-ISS-002",
            "カードへの書き込みが {step} で止まりました（{status}）。このカードは破棄し、新しいカードで発行し直してください。",
            "Personalisation stopped at {step}: the card answered {status}. Discard this card and issue a new one."),
    NOT_AS_WRITTEN(
            "MYNA-ISS-003",
            "書き込んだ内容がカードと一致しません（{what}）。このカードは破棄してください。",
            "The card does not hold what was written: {what}. Discard this card.");

    private final ErrorText text;

    IssuerError(String code, String japanese, String english) {
        text = new ErrorText(code, Audience.OFFICER, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

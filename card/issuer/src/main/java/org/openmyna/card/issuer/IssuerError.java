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
            "The card does not hold what was written: {what}. Discard this card."),
    CARD_NUMBER_MALFORMED(
            "MYNA-ISS-030",
            "カードの番号は数字15桁です（{length} 文字ありました）。番号を確かめてください。",
            "A card's serial number has 15 digits, and this has {length} characters. Check it."),
    ANSWER_UNEXPECTED(
            "MYNA-ISS-031",
            "カードが {step} に応じませんでした（{status}）。何も変更していません。カードを置き直してください。",
            "The card refused {step} ({status}). Nothing was changed; present the card again."),
    ANOTHER_CARD(
            "MYNA-ISS-032",
            "置かれたカードは、この記録のカードではありません。カードと記録を確かめてください。",
            "The card presented is not the one of this record. Check card and record."),
    PIN_FOLLOWS_FROM_THE_FACE(
            "MYNA-ISS-033",
            "{reference} は券面の記載から決まる番号で、変更できません。ロックの解除だけができます。",
            "{reference} follows from what is printed on the card and cannot be set, only unlocked."),
    BIRTH_DATE_IS_FIXED(
            "MYNA-ISS-034",
            "生年月日が変わると照合番号も変わるため、カードを作り直す必要があります。新しいカードを発行してください。",
            "A new birth date changes the verification numbers of the card. Issue a new card."),
    CARD_HAS_CHANGED(
            "MYNA-ISS-035",
            "カードの内容が記録と違います。別の手続きが先に終わっています。最新の記録でやり直してください。",
            "The card does not hold what the record says: another act came first. Repeat with the newest record."),
    OUTCOME_UNKNOWN(
            "MYNA-ISS-036",
            "書き換えの途中でカードとの通信が切れ、結果が分かりません。同じカードを置き直して、手続きをもう一度行ってください。",
            "The card went away in the middle of the change; whether it took place is unknown. Present the same card and repeat."),
    NOTE_DAMAGED(
            "MYNA-ISS-037",
            "カード {card} の手続きの記録が壊れています。バックアップから戻すか、電子証明書の状態を確かめてから記録を削除してください。",
            "The note about an act on card {card} is damaged. Restore it, or check the state of its certificates and delete it."),
    PIN_DOES_NOT_FIT(
            "MYNA-ISS-038",
            "{reference} の暗証番号は {shortest}～{longest} 文字です。形を確かめてください。",
            "The PIN for {reference} has {shortest} to {longest} characters. Check its form.");

    private final ErrorText text;

    IssuerError(String code, String japanese, String english) {
        text = new ErrorText(code, Audience.OFFICER, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

package org.openmyna.card.issuer.face;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

enum FaceError implements ErrorCode {
    NOT_A_PICTURE(
            "MYNA-ISS-041",
            "写真として読めません。PNGまたはJPEGの画像を選んでください。",
            "This is no picture that can be read. Choose a PNG or JPEG picture."),
    PICTURE_TOO_SMALL(
            "MYNA-ISS-042",
            "写真が小さすぎます（{width}×{height}画素）。{leastWidth}×{leastHeight}画素以上の写真を選んでください。",
            "The picture is too small ({width} x {height} pixels). Choose one of at least {leastWidth} x {leastHeight} pixels."),
    PICTURE_TOO_LARGE(
            "MYNA-ISS-043",
            "写真が大きすぎます（{size}）。{most}までの写真を選んでください。",
            "The picture is too large ({size}). Choose one of at most {most}."),
    NOT_A_CARD_PHOTO(
            "MYNA-ISS-044",
            "カードに載せられる写真データではありません（{reason}）。元の写真から作り直してください。",
            "This is not a photo that a card can carry ({reason}). Make it again from the original picture."),
    TEXT_DOES_NOT_FIT(
            "MYNA-ISS-045",
            "{what}が長すぎて、{width}×{height}画素の券面画像に収まりません（{characters}文字）。登録されている文字を確認してください。",
            "The {whatEnglish} is too long for the card's image of {width} x {height} pixels ({characters} characters). Check what is registered."),
    PRINTED_SERIAL_MALFORMED(
            "MYNA-ISS-046",
            "製造番号は数字16桁です（{length}文字ありました）。カードの表面の番号を確認してください。",
            "The serial number has 16 digits, and this has {length} characters. Check the number on the card's front."),
    NOTE_MALFORMED(
            "MYNA-ISS-047",
            "追記欄に書けない内容です（{reason}）。内容を直してください。",
            "This cannot be written into the note panel ({reasonEnglish}). Correct it.");

    private final ErrorText text;

    FaceError(String code, String japanese, String english) {
        text = new ErrorText(code, Audience.OFFICER, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

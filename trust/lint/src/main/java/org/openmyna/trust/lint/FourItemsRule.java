package org.openmyna.trust.lint;

/** Rules about the four items 基本4情報, MYNA-LNT-060 to 079. */
enum FourItemsRule implements Rule {
    SET(60, "reference 2.4", "otherName は六つ。", "There are the six otherNames."),
    ORDER(61, "reference 2.4", "順序は .1 .4 .3 .5 .2 .6。", "Their order is .1 .4 .3 .5 .2 .6."),
    STRING_TYPE(62, "reference 2.4", "すべて UTF8String。", "All of them are UTF8Strings."),
    UTF8(63, "RFC 3629 3", "UTF-8 として正しい。", "Valid UTF-8."),
    LENGTH(64, "reference 2.4", "1文字以上200文字以内。", "1 to 200 characters."),
    CONTROL(65, "reference 2.4", "制御文字を含まない。", "No control characters."),
    CHARACTER(
            66,
            "reference 2.4; JIS X 0208, JIS X 0212",
            "証明書に記録できる文字だけ。",
            "Only characters a certificate can carry: no private use, no supplementary planes, no combining marks."),
    SPACING(67, "reference 2.4", "空白は前後に置かず、続けない。", "No blank at the ends, no two together."),
    BITMAP_DIGITS(
            68, "reference 2.4", "代替文字の使用位置は 0 と 1。", "A substitute bitmap is made of 0 and 1."),
    BITMAP_LENGTH(
            69,
            "reference 2.4",
            "代替文字の使用位置は1文字に1桁。",
            "A substitute bitmap has one digit for each character."),
    BITMAP_PLACE(
            70,
            "reference 2.4",
            "● は代替文字であり、空白は代替文字ではない。",
            "● is always a substitute, a blank never."),
    SEX(71, "reference 2.4", "性別は 1・2・3。", "Sex is 1, 2 or 3."),
    DATE_FORM(
            72,
            "reference 2.4",
            "生年月日は EYYYYMMDD の9桁、E は 0 から 5。",
            "A birth date is EYYYYMMDD, 9 digits, E from 0 to 5."),
    DATE_CALENDAR(
            73,
            "reference 2.4",
            "暦にある日。不詳の部分は下から 0。",
            "A day of the calendar; unknown parts are zeros, the smaller first."),
    DATE_ERA(74, "reference 2.4", "元号と年月日が合う。", "Era and date go together."),
    DATE_FUTURE(75, "reference 2.4", "発行より後の生年月日はない。", "Nobody is born after the time of issue."),
    VALUE(76, "reference 2.4", "申請の4情報と同じ。", "The item is the one applied for."),
    TOO_YOUNG(
            77,
            "reference 4.3",
            "署名用証明書は15歳以上。",
            "The holder of a signature certificate is 15 or older.");

    private final RuleText text;

    FourItemsRule(int number, String clause, String japanese, String english) {
        text = new RuleText(number, clause, japanese, english);
    }

    @Override
    public RuleText text() {
        return text;
    }
}

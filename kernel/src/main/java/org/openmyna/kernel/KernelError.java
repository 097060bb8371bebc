package org.openmyna.kernel;

/** Every reason why a value of the kernel was refused. */
public enum KernelError implements ErrorCode {
    MY_NUMBER_MALFORMED(
            "MYNA-KRN-001",
            "個人番号（マイナンバー）は数字12桁です（いまの入力: {length}文字）。カードの裏面か通知カードを見て入力し直してください。",
            "A My Number has 12 digits (this input: {length} characters). Copy it again from the back of the card."),
    MY_NUMBER_CHECK_DIGIT(
            "MYNA-KRN-002",
            "個人番号（マイナンバー）の検査用数字が合いません。打ち間違いがないか、カードの裏面と見比べてください。",
            "The check digit of this My Number does not fit. Compare each digit with the back of the card."),
    RESIDENT_RECORD_CODE_MALFORMED(
            "MYNA-KRN-003",
            "住民票コードは数字11桁です（いまの入力: {length}文字）。通知票か住民票の写しを見て入力し直してください。",
            "A resident record code has 11 digits (this input: {length} characters). Copy it again from the notice."),
    RESIDENT_RECORD_CODE_CHECK_DIGIT(
            "MYNA-KRN-004",
            "住民票コードの検査数字が合いません。打ち間違いがないか、通知票か住民票の写しと見比べてください。",
            "The check digit of this resident record code does not fit. Compare each digit with the notice."),
    CORPORATE_NUMBER_MALFORMED(
            "MYNA-KRN-005",
            "法人番号は先頭が1から9の数字13桁です（いまの入力: {length}文字）。国税庁の公表サイトで確かめてください。",
            "A Corporate Number has 13 digits, the first from 1 to 9 (this input: {length} characters). Look it up in the"
                    + " public register."),
    CORPORATE_NUMBER_CHECK_DIGIT(
            "MYNA-KRN-006",
            "法人番号の検査用数字（先頭の1桁）が合いません。国税庁の公表サイトで確かめてください。",
            "The check digit (the first digit) of this Corporate Number does not fit. Look it up in the public register."),
    MUNICIPALITY_CODE_MALFORMED(
            "MYNA-KRN-007",
            "全国地方公共団体コードは検査数字を含めて数字6桁です（いまの入力: {length}文字）。5桁のコードなら検査数字を付けてください。",
            "A municipality code has 6 digits with its check digit (this input: {length} characters). Add the check digit to"
                    + " a code of 5."),
    MUNICIPALITY_CODE_CHECK_DIGIT(
            "MYNA-KRN-008",
            "全国地方公共団体コードの検査数字（末尾の1桁）が合いません。総務省のコード表で確かめてください。",
            "The check digit (the last digit) of this municipality code does not fit. Look it up in the official table."),
    SECURITY_CODE_MALFORMED(
            "MYNA-KRN-009",
            "セキュリティコードは数字4桁です（いまの入力: {length}文字）。カードの表面、写真の下の4桁を入力してください。",
            "A security code has 4 digits (this input: {length} characters). It stands under the photo on the card."),
    VERIFICATION_NUMBER_B_MALFORMED(
            "MYNA-KRN-010",
            "照合番号Bは数字14桁です（生年月日の和暦6桁、有効期限の西暦4桁、セキュリティコード4桁。いまの入力: {length}文字）。",
            "A verification number B has 14 digits: birth date in era years (6), year of expiry (4), security code (4);"
                    + " this input: {length} characters."),
    EXPIRY_YEAR_IMPOSSIBLE(
            "MYNA-KRN-011",
            "有効期限の年は西暦4桁です（いまの入力: {year}）。カードの表面にある有効期限を入力してください。",
            "The year of expiry has four digits (this input: {year}). It is printed on the front of the card."),
    DATE_MALFORMED(
            "MYNA-KRN-021",
            "日付として読めません。「昭和60年3月7日」「S60.03.07」「1985-03-07」のように入力してください。"
                    + "分からない部分は「昭和60年月日不詳」のように書けます。",
            "This cannot be read as a date. Write 昭和60年3月7日, S60.03.07 or 1985-03-07; for unknown parts 昭和60年月日不詳."),
    DATE_DOES_NOT_EXIST(
            "MYNA-KRN-022",
            "その日は暦にありません。月と日を確かめてください。",
            "The calendar has no such day. Check month and day."),
    DATE_OUTSIDE_ERA(
            "MYNA-KRN-023",
            "その日付は{era}の期間（{firstDay}から{lastDay}まで）に入りません。元号か日付を確かめてください。",
            "The date does not lie in the era {era} ({firstDay} to {lastDay}). Check era and date."),
    DATE_BEFORE_MEIJI(
            "MYNA-KRN-024",
            "明治（{firstDay}から）より前の日付は扱えません。日付を確かめてください。",
            "A date before the era Meiji ({firstDay}) cannot be written here. Check the date."),
    PERSON_NAME_MALFORMED(
            "MYNA-KRN-031",
            "氏名として扱えません: {problemJapanese}。氏と名の間は全角の空白1つにして、入力し直してください。",
            "This cannot be a name: {problem}. Put one full-width space between family and given name and try again."),
    ADDRESS_MALFORMED(
            "MYNA-KRN-032",
            "住所として扱えません: {problemJapanese}。都道府県から200文字以内で入力し直してください。",
            "This cannot be an address: {problem}. Write it from the prefecture on, in at most 200 characters."),
    SUBSTITUTED_TEXT_MALFORMED(
            "MYNA-KRN-033",
            "代替文字の印（{flags}個）が文字数（{characters}）と合いません。証明書の値を確かめてください。",
            "The substitute flags ({flags}) do not match the characters ({characters}), or are not 0 and 1. Check the"
                    + " certificate's values."),
    SEX_CODE_UNKNOWN(
            "MYNA-KRN-034",
            "性別のコード「{code}」は使えません。1（男）、2（女）、3（不明）のどれかにしてください。",
            "'{code}' is no code of sex. Use 1 (male), 2 (female) or 3 (unknown)."),
    FOUR_DIGIT_PIN_MALFORMED(
            "MYNA-KRN-041",
            "暗証番号は半角の数字4桁です。入力し直してください。カードの残り回数は減っていません。",
            "This PIN has 4 half-width digits. Type it again; no try of the card was used."),
    SIGNATURE_PASSWORD_MALFORMED(
            "MYNA-KRN-042",
            "署名用電子証明書の暗証番号は、半角の英字と数字を両方使った6文字から16文字です。入力し直してください。カードの残り回数は減っていません。",
            "The signature password has 6 to 16 half-width letters and digits, at least one of each. Type it again; no try of"
                    + " the card was used."),
    PIN_MALFORMED(
            "MYNA-KRN-043",
            "暗証番号は、半角の数字4桁か、半角の英数字6文字から16文字です。入力し直してください。カードの残り回数は減っていません。",
            "A PIN has 4 half-width digits, or 6 to 16 half-width letters and digits. Type it again; no try of the card was"
                    + " used.");

    private final ErrorText text;

    KernelError(String code, String japanese, String english) {
        text = new ErrorText(code, Audience.CITIZEN, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

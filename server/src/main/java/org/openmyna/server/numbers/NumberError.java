package org.openmyna.server.numbers;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of the keeper of numbers, MYNA-NUM-nnn. None ever carries a number or a code. */
public enum NumberError implements ErrorCode {
    TOKEN_UNKNOWN(
            "MYNA-NUM-001",
            Audience.OFFICER,
            "この番号トークンに当たる人はいません。呼び出した機関のトークンであることを確かめてください。",
            "No person has this token. Make sure that it is a token of the calling body."),
    NUMBER_NOT_IN_USE(
            "MYNA-NUM-002",
            Audience.OFFICER,
            "この個人番号は使われていません。本人の番号確認書類をもう一度確かめてください。",
            "This My Number is not in use. Check the person's document once more."),
    NUMBER_TAKEN(
            "MYNA-NUM-003",
            Audience.OPERATOR,
            "受け入れようとした個人番号は、ほかの人に付いているか、かつて使われました。別の番号にしてください。",
            "The My Number to be adopted is another person's, or was used before. Choose another."),
    HAS_ANOTHER_NUMBER(
            "MYNA-NUM-004",
            Audience.OPERATOR,
            "この人にはすでに別の個人番号があります。番号を変えるには変更の手続を使ってください。",
            "This person has another My Number already. Use a change to replace it."),
    NOT_A_TEST_NUMBER(
            "MYNA-NUM-005",
            Audience.OPERATOR,
            "試験用の個人番号は 9 で始まるものだけ使えます。",
            "Only My Numbers that begin with 9 are for tests."),
    CODE_UNKNOWN(
            "MYNA-NUM-006",
            Audience.OPERATOR,
            "変更前の住民票コードに当たる人がいません。コードの順序を確かめてください。",
            "Nobody has the resident record code before the change. Check the order of the codes."),
    CODE_TAKEN(
            "MYNA-NUM-007",
            Audience.OPERATOR,
            "変更後の住民票コードはほかの人のものか、かつて使われました。新しいコードにしてください。",
            "The new resident record code is another person's, or was used before. Draw a new one."),
    NUMBER_UNREADABLE(
            "MYNA-NUM-008",
            Audience.OPERATOR,
            "保管された番号 {row} が改ざんされたか壊れています。控えから戻し、アクセス記録を確かめてください。",
            "The stored number {row} was tampered with or damaged. Restore it from a backup and check the access log."),
    PURPOSE_MALFORMED(
            "MYNA-NUM-009",
            Audience.DEVELOPER,
            "利用目的の {part} を読み取れません。事件番号は英数字とハイフン1〜80文字、担当者は1〜80文字です。",
            "The {part} of the purpose cannot be read. A case is 1 to 80 of A-Z, a-z, 0-9 and hyphen; an officer 1 to 80 characters."),
    AFFAIR_UNKNOWN(
            "MYNA-NUM-010",
            Audience.OFFICER,
            "その事務は、個人番号を利用できる事務の表にありません。事務の識別子を確かめてください。",
            "That affair is not in the table of affairs in which My Number may be used. Check its id."),
    AFFAIR_OF_ANOTHER_BODY(
            "MYNA-NUM-011",
            Audience.OFFICER,
            "事務 {procedure} は {body} が行うものではありません。担当の機関に回してください。",
            "The affair {procedure} is not one of {body}. Leave it to the body whose affair it is."),
    AFFAIR_NOT_IN_FORCE(
            "MYNA-NUM-012",
            Audience.OFFICER,
            "{day} には、事務 {procedure} で個人番号を利用できません。適用される法令の日付を確かめてください。",
            "On {day} My Number may not be used for the affair {procedure}. Check the dates of the law."),
    NUMBER_IN_PURPOSE(
            "MYNA-NUM-013",
            Audience.OFFICER,
            "事件番号や担当者に個人番号を書かないでください。記録に残ります。",
            "Do not write a My Number into a case number or an officer's id: these are kept in the log."),
    KEYS_NOT_FOUND(
            "MYNA-NUM-014",
            Audience.OPERATOR,
            "このデータベースの番号の鍵が {folder} にありません。控えから戻してください。新しい鍵では読めません。",
            "The keys of this database's numbers are not in {folder}. Restore them from a backup: new ones would not read it."),
    KEYS_OF_ANOTHER_DATABASE(
            "MYNA-NUM-015",
            Audience.OPERATOR,
            "{folder} の鍵はこのデータベースのものではありません。正しいデータフォルダーを指定してください。",
            "The keys in {folder} are not those of this database. Name the right data folder."),
    KEYS_UNUSABLE(
            "MYNA-NUM-016",
            Audience.OPERATOR,
            "番号の鍵 {file} を読み書きできません。権限・空き容量・控えを確かめてください。",
            "The keys of numbers in {file} cannot be read or written. Check permissions, space and the backup."),
    OTHER_MODE(
            "MYNA-NUM-017",
            Audience.OPERATOR,
            "このデータベースは {mode} として始まりました。試験用と本番用は混ぜられません。",
            "This database was begun as {mode}. Test and production do not mix."),
    DATABASE_NOT_REACHED(
            "MYNA-NUM-018",
            Audience.OPERATOR,
            "番号のデータベースが応答しません。データベースを確かめてください。",
            "The database of numbers does not answer. Check the database."),
    CORPORATE_NAME_MALFORMED(
            "MYNA-NUM-019",
            Audience.OFFICER,
            "法人の名称は1〜150文字で入力してください。",
            "Enter a name of 1 to 150 characters for the body."),
    TOO_MANY_AT_ONCE(
            "MYNA-NUM-020",
            Audience.DEVELOPER,
            "一度に付番できるのは {most} 人までです。分けて呼び出してください。",
            "At most {most} people are assigned numbers at once. Divide the call."),
    NUMBERS_RUN_OUT(
            "MYNA-NUM-021",
            Audience.OPERATOR,
            "使われていない個人番号が見つかりません。番号の残りを確かめてください。",
            "No unused My Number was found. Check how many are left."),
    CODE_WITHOUT_NUMBER(
            "MYNA-NUM-022",
            Audience.OFFICER,
            "この住民票コードの人には、まだ個人番号が付いていません。少し待ってからもう一度試してください。",
            "Whoever has this resident record code has no My Number yet. Wait a moment and try again.");

    private final ErrorText text;

    NumberError(String code, Audience audience, String japanese, String english) {
        this.text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

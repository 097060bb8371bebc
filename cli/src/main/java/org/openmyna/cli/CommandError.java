package org.openmyna.cli;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** Why a command did not do what was asked. */
enum CommandError implements ErrorCode {
    NO_TERMINAL(
            "MYNA-CLI-001",
            "暗証番号を尋ねる端末がありません。{option} FILE（標準入力は -）で渡してください。",
            "There is no terminal to ask for the PIN. Hand it over with {option} FILE (- is standard input)."),
    FILE_UNUSABLE(
            "MYNA-CLI-002",
            "ファイル {file} を読み書きできません（{why}）。場所と権限を確かめてください。",
            "The file {file} cannot be read or written: {why}. Check the place and its permissions."),
    PIN_WRONG(
            "MYNA-CLI-003",
            "暗証番号が違います。あと {left} 回まちがえるとロックされます。",
            "Wrong PIN. It locks after {left} more wrong tries."),
    PIN_LOCKED(
            "MYNA-CLI-004",
            "この暗証番号はロックされています。住民票のある市区町村の窓口で初期化してください。",
            "This PIN is locked. Have it reset at the counter of the municipality of residence."),
    LAST_TRY_KEPT(
            "MYNA-CLI-005",
            "残りは 1 回だけなので、暗証番号を送りませんでした。まちがいなければ --last-try を付けてください。",
            "Only one try is left, so the PIN was not sent. If you are sure of it, add --last-try."),
    CARD_IN_READER(
            "MYNA-CLI-006",
            "カード {card} はリーダーに入っています。--card を外して PC/SC から使うか、先に `openmyna card eject {card}` をしてください。",
            "The card {card} is in the reader. Leave out --card to use it through PC/SC, or first run"
                    + " `openmyna card eject {card}`."),
    NOT_IN_READER(
            "MYNA-CLI-007",
            "カード {card} はリーダーに入っていません。`openmyna card list` で確かめてください。",
            "The card {card} is not in a reader. See `openmyna card list`."),
    INSERT_FAILED(
            "MYNA-CLI-008",
            "カード {card} をリーダーに入れられませんでした。{why} 記録: {log}",
            "The card {card} could not be put into the reader. {why} Its log: {log}"),
    VALUE_UNUSABLE(
            "MYNA-CLI-009",
            "{option} の値 {value} を読み取れません。{expected}",
            "The value {value} of {option} cannot be used. {expected}"),
    NO_AUTHORITY(
            "MYNA-CLI-010",
            "{directory} には認証局がないので、何も確かめられません。署名したカードのフォルダーを --data で指定してください。",
            "There is no authority in {directory}, so nothing can be verified."
                    + " Name the folder of the card that signed with --data.");

    private final ErrorText text;

    CommandError(String code, String japanese, String english) {
        text = new ErrorText(code, Audience.CITIZEN, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

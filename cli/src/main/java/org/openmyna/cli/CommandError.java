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
                    + " Name the folder of the card that signed with --data."),
    NUMBER_WRONG(
            "MYNA-CLI-011",
            "この番号はカードのものと違います。あと {left} 回まちがえるとロックされます。",
            "This is not the number of the card. It locks after {left} more wrong tries."),
    NUMBER_LOCKED(
            "MYNA-CLI-012",
            "この番号での照合はロックされています。窓口で解除できます（試験用カードは `openmyna card pin unlock`）。",
            "Tries of this number are locked. The municipal counter can unlock them"
                    + " (for test cards: `openmyna card pin unlock`)."),
    NUMBER_LAST_TRY_KEPT(
            "MYNA-CLI-013",
            "残りは 1 回だけなので、番号を送りませんでした。まちがいなければ --last-try を付けてください。",
            "Only one try is left, so the number was not sent. If you are sure of it, add --last-try."),
    OPTIONS_EXCLUDE(
            "MYNA-CLI-014", "{options} のうち、どれか 1 つだけを指定してください。", "Give only one of {options}."),
    OPTION_MISSING("MYNA-CLI-015", "{option} も指定してください。", "Give {option} too: it is needed here."),
    NEW_PINS_DIFFER(
            "MYNA-CLI-016",
            "2 回入力した新しい暗証番号が一致しません。カードには何も送っていません。やり直してください。",
            "The new PIN was typed in two ways. Nothing was sent to the card; try again."),
    PINS_HALF_CHANGED(
            "MYNA-CLI-017",
            "{changed} は変わりましたが、{unchanged} は変わっていません（{why}）。"
                    + "`openmyna card pin set residents` で両方を設定し直してください。",
            "{changed} was changed but {unchanged} was not: {why}."
                    + " Set both with `openmyna card pin set residents`."),
    FINAL_WITHOUT_YES(
            "MYNA-CLI-018",
            "カード {card} は元に戻せなくなります。本当に行うなら --yes を付けてください。",
            "This is final for the card {card}. If you mean it, add --yes."),
    NOT_ISSUED_HERE(
            "MYNA-CLI-019",
            "{directory} に、このカードの発行の記録がありません。カードを発行したフォルダーを --data で指定してください。",
            "There is no record of this card in {directory}."
                    + " Name the folder that issued it with --data."),
    RECORD_UNUSABLE(
            "MYNA-CLI-020",
            "発行の記録 {file} を読み取れません（{why}）。控えから戻してください。",
            "The record {file} cannot be read: {why}. Restore it from a backup."),
    NO_TRACE(
            "MYNA-CLI-021",
            "カード {card} の通信の記録はありません。`openmyna card insert {card} --trace` で記録を始めてください。",
            "There is no trace of the card {card}. Begin one with `openmyna card insert {card} --trace`."),
    NOT_OPENED_BY_FRONT(
            "MYNA-CLI-022",
            "個人番号は照合番号Bでは読めません。--pin-file か --number-a-file を指定してください。",
            "Verification number B does not open the My Number."
                    + " Give --pin-file or --number-a-file."),
    NOTHING_TO_DO(
            "MYNA-CLI-023",
            "することが指定されていません。{options} のどれかを指定してください。",
            "There is nothing to do. Give at least one of {options}."),
    CARD_FOLLOWS_REGISTER(
            "MYNA-CLI-024",
            "カード {card} はサーバーが住民の記録から作りました。変更は窓口の画面（./openmyna start）で届け出てください。暗証番号は card pin で扱えます。",
            "The card {card} was made by the server from the residents' register."
                    + " Record the change with a notice on the counter's pages (./openmyna start)."
                    + " PINs can be set and unlocked with card pin.");

    private final ErrorText text;

    CommandError(String code, String japanese, String english) {
        text = new ErrorText(code, Audience.CITIZEN, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

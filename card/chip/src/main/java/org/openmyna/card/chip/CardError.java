package org.openmyna.card.chip;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** What can be wrong with a virtual card, its file, and the reader that shows it to programs. */
enum CardError implements ErrorCode {
    NAME_MALFORMED(
            "MYNA-CHP-001",
            "カードの名前 {name} は使えません。半角の英小文字・数字・ハイフンで 64 文字までにしてください。",
            "The card name {name} cannot be used. Take up to 64 of a-z, 0-9 and hyphen."),
    ALREADY_EXISTS(
            "MYNA-CHP-002",
            "カード {name} はすでにあります。別の名前にしてください。",
            "There is a card {name} already. Choose another name."),
    UNKNOWN(
            "MYNA-CHP-003",
            "カード {name} はありません。`openmyna card list` で一覧を確かめてください。",
            "There is no card {name}. See `openmyna card list`."),
    IN_USE(
            "MYNA-CHP-004",
            "カードのファイル {image} はいま使えません（{why}）。",
            "The card file {image} cannot be used now: {why}"),
    IMAGE_UNUSABLE(
            "MYNA-CHP-005",
            "カードのファイル {image} は使えません（{why}）。ファイルには触れていません。写しがあれば戻してください。",
            "The card file {image} cannot be used: {why}. It was left untouched; restore a copy if you have one."),
    PCSCD_NOT_INSTALLED(
            "MYNA-CHP-101",
            "PC/SCのデーモン pcscd が入っていません。Debian・Ubuntu では次のコマンドで入ります: sudo apt-get install pcscd vsmartcard-vpcd",
            "The PC/SC daemon pcscd is not installed. On Debian and Ubuntu run: sudo apt-get install pcscd vsmartcard-vpcd"),
    PCSCD_NOT_RUNNING(
            "MYNA-CHP-102",
            "pcscd が動いていません。起動には管理者権限が必要です: sudo systemctl start pcscd（systemd がない場合: sudo pcscd）",
            "pcscd is not running, and starting it takes root. Run: sudo systemctl start pcscd (without systemd: sudo pcscd)"),
    PCSCD_DID_NOT_START(
            "MYNA-CHP-103",
            "pcscd を起動できませんでした（{reason}）。sudo pcscd --foreground --debug を実行して原因を確かめてください。",
            "pcscd could not be started ({reason}). Run sudo pcscd --foreground --debug to see why."),
    VPCD_MISSING(
            "MYNA-CHP-104",
            "pcscd は動いていますが、仮想リーダー vpcd が読み込まれていません（ポート {ports}）。次のコマンドで入れて、pcscd を再起動してください:"
                    + " sudo apt-get install vsmartcard-vpcd && sudo systemctl restart pcscd",
            "pcscd is running without the virtual reader vpcd (ports {ports}). Install it and restart pcscd:"
                    + " sudo apt-get install vsmartcard-vpcd && sudo systemctl restart pcscd"),
    READER_SLOTS_TAKEN(
            "MYNA-CHP-105",
            "仮想リーダーのどのスロットにもカードが入りませんでした（待った時間: スロットごとに {seconds} 秒）。ほかのカードを取り出してから、もう一度実行してください。",
            "No slot of the virtual reader took the card (waited {seconds} s for each). Eject the other cards and try again.");

    private final ErrorText text;

    CardError(String code, String japanese, String english) {
        text = new ErrorText(code, Audience.DEVELOPER, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

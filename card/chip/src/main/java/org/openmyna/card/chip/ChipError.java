package org.openmyna.card.chip;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;

/** Every reason why a virtual card cannot be had or cannot be shown to PC/SC programs. */
public enum ChipError implements ErrorCode {
    PCSCD_NOT_INSTALLED(
            "MYNA-CHP-101",
            Audience.DEVELOPER,
            "PC/SCのデーモン pcscd が入っていません。Debian・Ubuntu では次のコマンドで入ります: sudo apt-get install pcscd vsmartcard-vpcd",
            "The PC/SC daemon pcscd is not installed. On Debian and Ubuntu run: sudo apt-get install pcscd vsmartcard-vpcd"),
    PCSCD_NOT_RUNNING(
            "MYNA-CHP-102",
            Audience.DEVELOPER,
            "pcscd が動いていません。起動には管理者権限が必要です: sudo systemctl start pcscd（systemd がない場合: sudo pcscd）",
            "pcscd is not running, and starting it takes root. Run: sudo systemctl start pcscd (without systemd: sudo pcscd)"),
    PCSCD_DID_NOT_START(
            "MYNA-CHP-103",
            Audience.OPERATOR,
            "pcscd を起動できませんでした（{reason}）。sudo pcscd --foreground --debug を実行して原因を確かめてください。",
            "pcscd could not be started ({reason}). Run sudo pcscd --foreground --debug to see why."),
    VPCD_MISSING(
            "MYNA-CHP-104",
            Audience.DEVELOPER,
            "pcscd は動いていますが、仮想リーダー vpcd が読み込まれていません（ポート {ports}）。次のコマンドで入れて、pcscd を再起動してください:"
                    + " sudo apt-get install vsmartcard-vpcd && sudo systemctl restart pcscd",
            "pcscd is running without the virtual reader vpcd (ports {ports}). Install it and restart pcscd:"
                    + " sudo apt-get install vsmartcard-vpcd && sudo systemctl restart pcscd"),
    READER_SLOTS_TAKEN(
            "MYNA-CHP-105",
            Audience.DEVELOPER,
            "仮想リーダーのどのスロットにもカードが入りませんでした（待った時間: スロットごとに {seconds} 秒）。ほかのカードを取り出してから、もう一度実行してください。",
            "No slot of the virtual reader took the card (waited {seconds} s for each). Eject the other cards and try again.");

    private final String code;
    private final Audience audience;
    private final String japanese;
    private final String english;

    ChipError(String code, Audience audience, String japanese, String english) {
        this.code = code;
        this.audience = audience;
        this.japanese = japanese;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Audience audience() {
        return audience;
    }

    @Override
    public String japanese() {
        return japanese;
    }

    @Override
    public String english() {
        return english;
    }
}

package org.openmyna.card.chip;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;

/** What can be wrong with a virtual card and its file. */
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
            "The card file {image} cannot be used: {why}. It was left untouched; restore a copy if you have one.");

    private final String code;
    private final String japanese;
    private final String english;

    CardError(String code, String japanese, String english) {
        this.code = code;
        this.japanese = japanese;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Audience audience() {
        return Audience.DEVELOPER;
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

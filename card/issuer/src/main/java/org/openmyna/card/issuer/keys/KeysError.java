package org.openmyna.card.issuer.keys;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of the issuer's key folder, MYNA-ISS-010 to 019. */
enum KeysError implements ErrorCode {
    NOT_FREE(
            "MYNA-ISS-010",
            "{directory} には発行者の鍵を作れません。存在しないか空のディレクトリーを指定してください。",
            "No issuer keys can be made in {directory}. Name a directory that is empty or does not exist."),
    NOT_HERE(
            "MYNA-ISS-011",
            "{directory} に発行者の鍵がないか、鍵生成が途中で終わっています。場所を確かめるか、鍵を作ってください。",
            "There are no issuer keys in {directory}, or their making was not finished. Check the place, or make them."),
    IN_USE(
            "MYNA-ISS-012",
            "{directory} の発行者の鍵はすでに使用中です。動いているプログラムを終えてください。",
            "The issuer keys in {directory} are in use. End the program that has them."),
    UNUSABLE(
            "MYNA-ISS-013",
            "発行者の鍵 {file} を使えません（{reason}）。バックアップから戻してください。",
            "The issuer's file {file} cannot be used ({reason}). Restore it from a backup."),
    OPEN_TO_OTHERS(
            "MYNA-ISS-014",
            "{file} を所有者以外も読めます。権限を所有者だけ（600）にしてください。",
            "{file} can be read by others than its owner. Allow its owner alone (mode 600)."),
    NOT_READABLE(
            "MYNA-ISS-015",
            "発行者のファイル {file} を読み書きできません。場所と権限を確かめてください。",
            "The issuer's file {file} cannot be read or written. Check place and permissions.");

    private final ErrorText text;

    KeysError(String code, String japanese, String english) {
        text = new ErrorText(code, Audience.OPERATOR, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

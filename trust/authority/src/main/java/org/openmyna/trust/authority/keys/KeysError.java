package org.openmyna.trust.authority.keys;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of this package, MYNA-KEY-nnn. */
enum KeysError implements ErrorCode {
    KEY_UNUSABLE(
            "MYNA-KEY-001",
            Audience.OPERATOR,
            "認証局の鍵 {file} を使えません（{reason}）。パスワードと控えを確かめてください。",
            "The authority's key in {file} cannot be used ({reason}). Check the password"
                    + " and the backup."),
    FILE_OPEN_TO_OTHERS(
            "MYNA-KEY-002",
            Audience.OPERATOR,
            "{file} を所有者以外も読めます。権限を所有者だけ（600）にしてください。",
            "{file} can be read by others than its owner. Allow its owner alone (mode 600)."),
    VAULT_NOT_READABLE(
            "MYNA-KEY-003",
            Audience.OPERATOR,
            "鍵の保管場所 {file} を読み書きできません。場所と権限を確かめてください。",
            "The key vault's file {file} cannot be read or written. Check place and permissions."),
    NO_SUCH_KEY(
            "MYNA-KEY-004",
            Audience.OPERATOR,
            "鍵 {name} が {folder} にありません。このデータベースの鍵の保管場所を指定してください。",
            "There is no key {name} in {folder}. Name the vault that belongs to this database."),
    KEY_NAME_TAKEN(
            "MYNA-KEY-005",
            Audience.DEVELOPER,
            "鍵 {name} はすでにあります。鍵は上書きしません。別の名前にしてください。",
            "There is a key {name} already, and keys are never overwritten. Choose another name."),
    KEY_NAME_MALFORMED(
            "MYNA-KEY-006",
            Audience.DEVELOPER,
            "鍵の名前 {name} は使えません。英小文字・数字・ハイフン 1～64 文字にしてください。",
            "{name} is no name for a key. Use 1 to 64 small letters, digits and hyphens."),
    GENERATIONS_NOT_READABLE(
            "MYNA-KEY-007",
            Audience.OPERATOR,
            "鍵世代をデータベースから読めません。データベースの状態を確かめてください。",
            "The key generations cannot be read from the database. Check the database."),
    KEY_OF_ANOTHER_GENERATION(
            "MYNA-KEY-009",
            Audience.OPERATOR,
            "鍵の保管場所の {name} は、鍵世代 {generation} の証明書の鍵ではありません。控えから正しい鍵を戻してください。",
            "The key {name} in the vault is not the one that the certificate of generation"
                    + " {generation} names. Restore the right key from a backup.");

    private final ErrorText text;

    KeysError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

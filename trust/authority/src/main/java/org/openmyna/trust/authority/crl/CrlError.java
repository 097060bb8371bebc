package org.openmyna.trust.authority.crl;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of this package, MYNA-CRL-nnn. */
enum CrlError implements ErrorCode {
    LIST_FOLDER_FAILED(
            "MYNA-CRL-001",
            Audience.OPERATOR,
            "失効リストのフォルダー {folder} を読み書きできません（{reason}）。空き容量と権限を確かめてください。",
            "The folder of revocation lists {folder} cannot be read or written ({reason})."
                    + " Check space and permissions."),
    LIST_DATABASE_FAILED(
            "MYNA-CRL-002",
            Audience.OPERATOR,
            "失効リストの表を読み書きできません（{reason}）。データベースの状態を確かめてください。",
            "The tables of revocation lists cannot be read or written ({reason})."
                    + " Check the database."),
    GENERATION_SIGNS_NO_LISTS(
            "MYNA-CRL-003",
            Audience.OPERATOR,
            "鍵世代 {generation} はないか有効期間を過ぎているため、失効リストに署名しません。鍵世代の一覧を確かめてください。",
            "Generation {generation} does not exist or its time is over, so it signs no lists."
                    + " See the list of generations."),
    LIST_REFUSED_BY_LINT(
            "MYNA-CRL-004",
            Audience.OPERATOR,
            "署名前の検査が失効リスト {name} を拒みました（{findings}）。何も署名していません。報告してください。",
            "The check before signing refused the revocation list {name} ({findings})."
                    + " Nothing was signed; please report it."),
    LIST_SETTINGS_REFUSED(
            "MYNA-CRL-005",
            Audience.OPERATOR,
            "失効リストの設定 {setting} が範囲外です。説明を確かめて直してください。",
            "The setting {setting} of revocation lists is out of its range. See its description"
                    + " and correct it."),
    POINT_OF_ANOTHER_CA(
            "MYNA-CRL-006",
            Audience.DEVELOPER,
            "配布点 {point} は鍵世代 {generation} の認証局のものではありません。",
            "The distribution point {point} is not of the CA of generation {generation}.");

    private final ErrorText text;

    CrlError(String code, Audience audience, String japanese, String english) {
        this.text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

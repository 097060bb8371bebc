package org.openmyna.trust.authority.ocsp;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of this package, MYNA-OCS-nnn. */
enum OcspError implements ErrorCode {
    SETTINGS_REFUSED(
            "MYNA-OCS-001",
            Audience.OPERATOR,
            "OCSP の設定 {setting} が範囲外です。説明を確かめて直してください。",
            "The OCSP setting {setting} is out of its range. See its description and correct it."),
    SECRET_UNUSABLE(
            "MYNA-OCS-002",
            Audience.OPERATOR,
            "OCSP レスポンダーの秘密 {file} を使えません（{reason}）。認証局のある機械から写すか、控えから戻してください。",
            "The responders' secret {file} cannot be used ({reason}). Copy it from the"
                    + " authority's machine, or restore it from a backup."),
    RESPONDER_KEY_SEALED(
            "MYNA-OCS-003",
            Audience.OPERATOR,
            "鍵世代 {generation} の OCSP レスポンダーの鍵を、この秘密では開けません。読むだけの機械には認証局の responder.secret を"
                    + "写してください。認証局のある機械では新しい鍵を作ります。",
            "The responder key of generation {generation} does not open with this secret. Copy the"
                    + " authority's responder.secret to a machine that only reads; the authority's"
                    + " own machine makes a new key."),
    OCSP_DATABASE_FAILED(
            "MYNA-OCS-004",
            Audience.OPERATOR,
            "OCSP の表を読み書きできません（{reason}）。データベースの状態を確かめてください。",
            "The tables of OCSP cannot be read or written ({reason}). Check the database."),
    VERIFIER_MALFORMED(
            "MYNA-OCS-005",
            Audience.OPERATOR,
            "検証者の {part} が正しくありません。識別子は英小文字・数字・「-」「.」で64文字まで、名称は200文字まで、"
                    + "証明書は SHA-256 の32バイトです。",
            "The verifier's {part} is not well formed: an id has up to 64 of a-z, 0-9, - and .,"
                    + " a name up to 200 characters, a certificate is given by its SHA-256, 32 bytes."),
    VERIFIER_EXISTS(
            "MYNA-OCS-006",
            Audience.OPERATOR,
            "検証者 {verifier}、またはその証明書はすでに登録されています。別の識別子か証明書を使ってください。",
            "The verifier {verifier} or its certificate is registered already. Use another id or"
                    + " certificate."),
    VERIFIER_UNKNOWN(
            "MYNA-OCS-007",
            Audience.OPERATOR,
            "検証者 {verifier} は登録されていません。一覧で識別子を確かめてください。",
            "No verifier {verifier} is registered. See the list for its id."),
    VERIFIER_REFUSED(
            "MYNA-OCS-008",
            Audience.OPERATOR,
            "検証者 {verifier} の認定は取り消されています。新しい認定を別の識別子で登録してください。",
            "The approval of verifier {verifier} was withdrawn for good. Register a new approval"
                    + " under another id."),
    RESPONDER_REFUSED_BY_LINT(
            "MYNA-OCS-009",
            Audience.OPERATOR,
            "署名前の検査が OCSP レスポンダー証明書を拒みました（{findings}）。何も署名していません。報告してください。",
            "The check before signing refused the responder certificate ({findings}). Nothing was"
                    + " signed; please report it.");

    private final ErrorText text;

    OcspError(String code, Audience audience, String japanese, String english) {
        this.text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

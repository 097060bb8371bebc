package org.openmyna.trust.profile;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of this room, MYNA-PRF-nnn. */
enum ProfileError implements ErrorCode {
    CERTIFICATE_MALFORMED(
            "MYNA-PRF-001",
            Audience.DEVELOPER,
            "これは公的個人認証サービスの電子証明書ではありません（{reason}）。DER 形式の証明書を渡してください。",
            "This is not a JPKI certificate ({reason}). Pass the certificate in DER."),
    CA_CERTIFICATE_MALFORMED(
            "MYNA-PRF-002",
            Audience.OPERATOR,
            "これは公的個人認証サービスの認証局の自己署名証明書ではありません（{reason}）。ファイルを確かめてください。",
            "This is not a self-signed certificate of a JPKI CA ({reason}). Check the file."),
    REVOCATION_LIST_MALFORMED(
            "MYNA-PRF-003",
            Audience.OPERATOR,
            "これは公的個人認証サービスの証明書失効リストではありません（{reason}）。取得し直してください。",
            "This is not a JPKI revocation list ({reason}). Fetch it again."),
    CERTIFICATION_REQUEST_MALFORMED(
            "MYNA-PRF-004",
            Audience.DEVELOPER,
            "証明書発行要求（PKCS#10）として読めません（{reason}）。要求を作り直してください。",
            "This is not a PKCS#10 request that can be served ({reason}). Make the request again."),
    SERIAL_OUT_OF_RANGE(
            "MYNA-PRF-010",
            Audience.DEVELOPER,
            "発行の番号は 20 オクテット以内の正の整数です（{bits} ビットの値でした）。",
            "A serial is a positive number of at most 20 octets (the value has {bits} bits)."),
    VALIDITY_NOT_WRITABLE(
            "MYNA-PRF-011",
            Audience.OPERATOR,
            "有効期間 {from} ～ {to} は証明書に書けません。1950～2049 年の秒単位で、終わりを始まりより後にしてください。",
            "The validity {from} to {to} cannot be written. It must be in whole seconds of 1950 to"
                    + " 2049 and end after it begins."),
    REAL_HOST_REFUSED(
            "MYNA-PRF-012",
            Audience.OPERATOR,
            "{address} は試験用の階層では使えません。ホスト名は .localhost、.test、.example のいずれかにしてください。",
            "{address} may not appear in the test hierarchy. Use a host name under .localhost,"
                    + " .test or .example."),
    SUBJECT_NAME_MALFORMED(
            "MYNA-PRF-013",
            Audience.DEVELOPER,
            "{part} に「{value}」は使えません。証明書プロファイルの文字と長さに合わせてください。",
            "\"{value}\" cannot be the {part}. Keep to the characters and the length of the"
                    + " profile."),
    FOUR_ITEMS_NOT_CERTIFIABLE(
            "MYNA-PRF-014",
            Audience.OFFICER,
            "基本4情報の {item} は証明書に記載できる形ではありません。住民票の記載と代替文字を確かめてください。",
            "The {item} of the four items is not in a form a certificate can carry. Check the"
                    + " resident record and the substitute characters."),
    KEY_NOT_CERTIFIABLE(
            "MYNA-PRF-015",
            Audience.OFFICER,
            "この公開鍵には証明書を発行できません（{reason}）。カードで鍵ペアを作り直してください。",
            "This public key cannot be certified ({reason}). Make a new key pair on the card."),
    HOLDER_TOO_YOUNG(
            "MYNA-PRF-016",
            Audience.OFFICER,
            "{atLeast} 歳未満の方には署名用電子証明書を発行できません。利用者証明用電子証明書だけを発行してください。",
            "Nobody below {atLeast} can have a signature certificate."
                    + " Issue the user-authentication certificate alone."),
    CONTENT_SIGNATURE_FAILED(
            "MYNA-PRF-017",
            Audience.OPERATOR,
            "証明書に合う署名が得られませんでした。秘密鍵の保管場所を確かめてください。",
            "The private key did not sign as its certificate asks. Check where the key is kept."),
    ISSUER_OF_ANOTHER_KIND(
            "MYNA-PRF-018",
            Audience.DEVELOPER,
            "{issuer} はこの種類のものを発行できません。種類と階層の合う認証局を使ってください。",
            "{issuer} may not issue this. Use the CA of the right kind and hierarchy."),
    HOLDER_AGE_UNKNOWN(
            "MYNA-PRF-019",
            Audience.OFFICER,
            "生年月日が不詳のため {atLeast} 歳以上と確認できません。署名用電子証明書は発行できません。",
            "The birth date is unknown, so nothing shows an age of {atLeast}. No signature"
                    + " certificate can be issued."),
    NO_TERMS_IN_FORCE(
            "MYNA-PRF-020",
            Audience.OPERATOR,
            "{day} に適用される有効期間の定めがありません。法定時刻の設定を確かめてください。",
            "No rule of validity is in force on {day}. Check the setting of the legal time."),
    OCSP_REQUEST_MALFORMED(
            "MYNA-PRF-030",
            Audience.DEVELOPER,
            "OCSP 要求として読めません（{reason}）。RFC 6960 の DER 形式で送り直してください。",
            "This is not an OCSP request ({reason}). Send it again in the DER of RFC 6960."),
    OCSP_EXTENSION_UNKNOWN(
            "MYNA-PRF-031",
            Audience.DEVELOPER,
            "OCSP 要求の重要（critical）な拡張 {oid} は扱えません。この拡張を外して送り直してください。",
            "The critical extension {oid} of the OCSP request is not known here. Send the request"
                    + " without it."),
    OCSP_RESPONSE_MALFORMED(
            "MYNA-PRF-032",
            Audience.OPERATOR,
            "OCSP 応答として読めません（{reason}）。問い合わせ先を確かめ、もう一度問い合わせてください。",
            "This is not an OCSP response ({reason}). Check the address and ask again."),
    RESPONDER_CERTIFICATE_MALFORMED(
            "MYNA-PRF-033",
            Audience.OPERATOR,
            "これは OCSP 応答者の証明書ではありません（{reason}）。ファイルを確かめてください。",
            "This is not the certificate of an OCSP responder ({reason}). Check the file."),
    RESPONDER_LIVES_TOO_LONG(
            "MYNA-PRF-034",
            Audience.OPERATOR,
            "OCSP 応答者の証明書の有効期間は {most} 日以内です（{from} ～ {to} でした）。短くしてください。",
            "The certificate of an OCSP responder lives for at most {most} days (it was {from} to"
                    + " {to}). Make it shorter."),
    OCSP_NOT_WRITABLE(
            "MYNA-PRF-035",
            Audience.DEVELOPER,
            "OCSP の要求・応答に書けない値です（{reason}）。渡す値を確かめてください。",
            "An OCSP message cannot say this ({reason}). Check the values."),
    REVOCATION_LIST_NOT_WRITABLE(
            "MYNA-PRF-050",
            Audience.DEVELOPER,
            "証明書失効リストに書けない値です（{reason}）。番号と日時を確かめてください。",
            "A revocation list cannot say this ({reason}). Check its number and its dates."),
    REVOKED_OUT_OF_ORDER(
            "MYNA-PRF-051",
            Audience.DEVELOPER,
            "失効した証明書は発行の番号の小さい順に一度ずつ渡してください（{before} の後に {serial} が来ました）。",
            "Give revoked certificates in rising order of their serials, each once ({serial} came"
                    + " after {before})."),
    REVOCATION_LIST_FILE_FAILED(
            "MYNA-PRF-052",
            Audience.OPERATOR,
            "証明書失効リストのファイル {file} を読み書きできません（{reason}）。ディスクの空きと権限を確かめてください。",
            "The file {file} of a revocation list cannot be read or written ({reason}). Check the"
                    + " space on the disk and the permissions."),
    REVOCATION_LIST_CLOSED(
            "MYNA-PRF-053",
            Audience.DEVELOPER,
            "証明書失効リスト {file} は既に閉じられています。開き直してください。",
            "The revocation list {file} is closed already. Open it again.");

    private final ErrorText text;

    ProfileError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

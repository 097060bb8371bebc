package org.openmyna.trust.documents;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/**
 * Every reason for which this room says no: 0nn about a signed document, 05n about making one, 1nn
 * about PDF. What is wrong with the signer's certificate keeps the verifier's code.
 */
public enum DocumentError implements ErrorCode {
    CMS_MALFORMED(
            "MYNA-DOC-001",
            Audience.CITIZEN,
            "署名ファイルを読み取れません（{what}）。ファイルが壊れていないか確かめ、もう一度受け取ってください。",
            "The signature file cannot be read ({what}). It may be damaged: get it again."),
    NOT_ONE_SIGNER(
            "MYNA-DOC-002",
            Audience.DEVELOPER,
            "署名者は 1 人でなければなりません（{count} 人の署名があります）。1 人ずつの署名に分けてください。",
            "There must be one signer, and here are {count}. Use one file for each signer."),
    CERTIFICATE_NOT_INCLUDED(
            "MYNA-DOC-003",
            Audience.DEVELOPER,
            "署名者の証明書が署名ファイルに入っていません。証明書を含めて署名し直してください。",
            "The signer's certificate is not in the file. Sign again with the certificate included."),
    ALGORITHM_UNSUITABLE(
            "MYNA-DOC-004",
            Audience.DEVELOPER,
            "署名のアルゴリズム {algorithm} は使えません。SHA-256 と RSA で署名し直してください。",
            "The algorithm {algorithm} is not accepted. Sign again with SHA-256 and RSA."),
    SIGNED_ATTRIBUTES_MISSING(
            "MYNA-DOC-005",
            Audience.DEVELOPER,
            "署名属性がないため、何が署名されたかを確定できません。署名属性を付けて署名し直してください。",
            "There are no signed attributes, so what was signed is ambiguous. Sign again with them."),
    SIGNED_ATTRIBUTE_WRONG(
            "MYNA-DOC-006",
            Audience.DEVELOPER,
            "署名属性が正しくありません（{what}）。署名し直してください。",
            "A signed attribute is wrong ({what}). Sign again."),
    CONTENT_CHANGED(
            "MYNA-DOC-007",
            Audience.CITIZEN,
            "文書の内容が署名の後に変更されています。署名した人から元の文書を受け取ってください。",
            "The content was changed after it was signed. Get the original from the signer."),
    SIGNING_CERTIFICATE_DIFFERS(
            "MYNA-DOC-008",
            Audience.DEVELOPER,
            "署名時に記録された証明書と、ファイルに入っている証明書が異なります。証明書が差し替えられています。",
            "The certificate in the file is not the one that was signed along: it was exchanged."),
    CONTENT_MISSING(
            "MYNA-DOC-009",
            Audience.CITIZEN,
            "この署名には文書が入っていません。署名された文書も一緒に指定してください。",
            "This signature does not hold the document. Give the signed document as well."),
    CONTENT_TWICE(
            "MYNA-DOC-010",
            Audience.DEVELOPER,
            "この署名には文書が入っています。文書を別に指定せずに検証してください。",
            "This signature holds the document itself. Verify it without giving the document."),
    CONTENT_TYPE_WRONG(
            "MYNA-DOC-011",
            Audience.DEVELOPER,
            "署名された内容の種類 {type} は文書ではありません。",
            "What was signed is of type {type}, which is not a document."),
    DIGESTS_CONTRADICT(
            "MYNA-DOC-012",
            Audience.DEVELOPER,
            "署名ファイルの中でダイジェストのアルゴリズムが一致しません（{algorithm}）。署名し直してください。",
            "The file contradicts itself about its digest algorithm ({algorithm}). Sign again."),

    CARD_SIGNATURE_WRONG(
            "MYNA-DOC-051",
            Audience.CITIZEN,
            "カードの署名が証明書と一致しません。カードを入れ直して、もう一度署名してください。",
            "The card's signature does not fit its certificate. Insert the card again and sign anew."),
    CONTENT_LENGTH_DIFFERS(
            "MYNA-DOC-052",
            Audience.DEVELOPER,
            "文書の長さが {announced} バイトではありません。書き出したファイルは捨て、もう一度署名してください。",
            "The document is not {announced} bytes long. Discard what was written and sign again."),
    SIGNER_NOT_FOR_DOCUMENTS(
            "MYNA-DOC-053",
            Audience.DEVELOPER,
            "文書には署名用電子証明書だけを使えます。署名用の証明書と鍵を選んでください。",
            "Only a signature certificate signs documents. Choose that certificate and its key."),
    DIGEST_REFUSED(
            "MYNA-DOC-054",
            Audience.CITIZEN,
            "{digest} では署名しません。破られていて、署名を別の文書に流用されるおそれがあります。SHA-256、SHA-384、SHA-512 を使ってください。",
            "Nothing is signed under {digest}: it is broken, and the signature could be moved to another"
                    + " document. Use SHA-256, SHA-384 or SHA-512."),

    PDF_MALFORMED(
            "MYNA-DOC-101",
            Audience.CITIZEN,
            "PDF を読み取れません（{what}）。壊れているおそれがあります。PDF を作り直すか、もう一度受け取ってください。",
            "The PDF cannot be read ({what}). It may be damaged: make it anew or get it again."),
    PDF_TOO_DEMANDING(
            "MYNA-DOC-102",
            Audience.CITIZEN,
            "PDF が大きすぎるか、複雑すぎます（{what}）。小さく分けるか、別のソフトで保存し直してください。",
            "The PDF is too large or too intricate ({what}). Split it, or save it anew with another program."),
    PDF_ENCRYPTED(
            "MYNA-DOC-103",
            Audience.CITIZEN,
            "PDF が暗号化されています。パスワードと印刷などの制限を外した PDF を使ってください。",
            "The PDF is encrypted. Use a PDF without password and restrictions."),
    PDF_NOT_SIGNED(
            "MYNA-DOC-104",
            Audience.CITIZEN,
            "この PDF には署名がありません。署名された PDF を指定してください。",
            "This PDF has no signature. Give the signed PDF."),
    PDF_SEVERAL_SIGNATURES(
            "MYNA-DOC-105",
            Audience.CITIZEN,
            "PDF に {count} 個の署名があります。確かめられるのは署名が 1 個の PDF だけです。",
            "The PDF has {count} signatures. Only a PDF with one can be judged."),
    PDF_SIGNATURE_UNSUITABLE(
            "MYNA-DOC-106",
            Audience.DEVELOPER,
            "PDF の署名の形式が合いません（{what}）。adbe.pkcs7.detached の形式で署名し直してください。",
            "The PDF signature is of an unsuitable form ({what}). Sign again as adbe.pkcs7.detached."),
    PDF_BYTE_RANGE_WRONG(
            "MYNA-DOC-107",
            Audience.CITIZEN,
            "署名が PDF の全体を覆っていません（{what}）。細工されたおそれがあります。署名した人から元の PDF を受け取ってください。",
            "The signature does not cover the whole PDF ({what}). It may be a trick: get the original from the"
                    + " signer."),
    PDF_CHANGED_AFTER_SIGNING(
            "MYNA-DOC-108",
            Audience.CITIZEN,
            "署名の後に PDF へ {bytes} バイトが書き足されています。署名した人から元の PDF を受け取ってください。",
            "{bytes} bytes were added to the PDF after it was signed. Get the original from the signer."),
    PDF_PERMISSIONS_UNSUITABLE(
            "MYNA-DOC-109",
            Audience.DEVELOPER,
            "PDF の許可の指定が署名と合いません（{what}）。指定を外して署名し直してください。",
            "The permissions of the PDF do not fit its signature ({what}). Sign again without them."),
    PDF_ALREADY_SIGNED(
            "MYNA-DOC-110",
            Audience.CITIZEN,
            "この PDF はすでに署名されています。2 人目からの署名は .p7s で作ってください（sign cms --detached）。",
            "This PDF is signed already. Further people sign beside it (sign cms --detached).");

    private final ErrorText text;

    DocumentError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}

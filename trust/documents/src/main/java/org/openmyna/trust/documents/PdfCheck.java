package org.openmyna.trust.documents;

import org.openmyna.trust.verifier.Check;

/** The checks of a signed PDF, in their order; those of its CMS signature follow. */
public enum PdfCheck implements Check {
    PDF_STRUCTURE("ISO 32000-1 7.5", "PDF の構造が正しい", "the file is a PDF without repairs"),
    NOT_ENCRYPTED("ISO 32000-1 7.6", "PDF は暗号化されていない", "the PDF is not encrypted"),
    ONE_SIGNATURE("ISO 32000-1 12.7.4.5", "PDF の署名は 1 個である", "the PDF has one signature"),
    SIGNATURE_DICTIONARY(
            "ISO 32000-1 12.8.1, 12.8.3.3", "署名の形式が正しい", "the signature is of the expected form"),
    NOTHING_ADDED("ISO 32000-1 7.5.6", "署名の後に書き足されていない", "nothing was added after the signature"),
    WHOLE_FILE_COVERED(
            "ISO 32000-1 12.8.1", "署名が自分自身以外の全体を覆う", "the signature covers every byte but its own"),
    PERMISSIONS("ISO 32000-1 12.8.2, 12.8.4", "許可の指定が署名と合う", "permissions fit the signature");

    private final String clause;
    private final String japanese;
    private final String english;

    PdfCheck(String clause, String japanese, String english) {
        this.clause = clause;
        this.japanese = japanese;
        this.english = english;
    }

    @Override
    public String clause() {
        return clause;
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

package org.openmyna.trust.documents;

import org.openmyna.trust.verifier.Check;

/** The checks of a signed document, in their order; those of the signer's certificate follow. */
public enum CmsCheck implements Check {
    STRUCTURE("RFC 5652 5.1", "署名データの構造が正しい", "the file is CMS signed data"),
    CONTENT_PRESENT("RFC 5652 5.2", "署名された文書がある", "the signed content is at hand"),
    ONE_SIGNER("RFC 5652 5.3", "署名者は 1 人である", "there is one signer"),
    ALGORITHMS("RFC 5754 2, 3.2", "アルゴリズムは SHA-2 と RSA である", "the algorithms are SHA-2 and RSA"),
    CERTIFICATE_INCLUDED("RFC 5652 5.3", "署名者の証明書が入っている", "the signer's certificate is included"),
    SIGNED_ATTRIBUTES(
            "RFC 5652 5.3, 11", "署名属性が正しい", "the signed attributes are present once each"),
    CONTENT_TYPE("RFC 5652 11.1", "内容の種類が一致する", "the content type is the signed one"),
    MESSAGE_DIGEST("RFC 5652 5.4, 11.2", "文書は署名の後に変わっていない", "the content is what was signed"),
    SIGNING_CERTIFICATE("RFC 5035 5.4", "証明書は署名時のものである", "the certificate is the one signed along");

    private final String clause;
    private final String japanese;
    private final String english;

    CmsCheck(String clause, String japanese, String english) {
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

package org.openmyna.trust.authority.ocsp;

/** What the law calls those who check certificates (reference 3.4). */
public enum VerifierKind {
    SIGNATURE_VERIFIER("署名検証者"),
    USER_AUTHENTICATION_VERIFIER("利用者証明検証者"),
    GROUP_SIGNATURE_VERIFIER("団体署名検証者"),
    SIGNATURE_CONFIRMER("署名確認者"),
    PLATFORM_OPERATOR("プラットフォーム事業者"),
    SERVICE_PROVIDER("サービスプロバイダ事業者");

    private final String japanese;

    VerifierKind(String japanese) {
        this.japanese = japanese;
    }

    /** The name in the law, or in the ministry's papers. */
    public String japanese() {
        return japanese;
    }
}

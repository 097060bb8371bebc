package org.openmyna.trust.profile;

/** What holds a certificate's key: the policy tells them apart (reference 2.5). */
public enum CertificateMedium {
    /** マイナンバーカード. */
    CARD,
    /** 移動端末設備: a phone. */
    PHONE
}

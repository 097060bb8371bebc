package org.openmyna.trust.profile;

/** What carries the key and its certificate; the certificate policy tells it (reference 2.5). */
public enum CertificateMedium {
    /** 個人番号カード: the My Number Card. */
    CARD,
    /** 移動端末設備: a telephone. */
    PHONE
}

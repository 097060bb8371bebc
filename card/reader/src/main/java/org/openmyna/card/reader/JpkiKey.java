package org.openmyna.card.reader;

import org.openmyna.card.protocol.JpkiFile;

/** The two key pairs of the JPKI application, each with its PIN and its certificates. */
public enum JpkiKey {
    /** 利用者証明用: to log in; four digits, three tries. */
    USER_AUTHENTICATION(
            JpkiFile.USER_AUTHENTICATION_KEY,
            JpkiFile.USER_AUTHENTICATION_PIN,
            3,
            JpkiFile.USER_AUTHENTICATION_CERTIFICATE,
            JpkiFile.USER_AUTHENTICATION_CA_CERTIFICATE),
    /** 署名用: to sign; a password of 6 to 16 characters, five tries. */
    SIGNATURE(
            JpkiFile.SIGNATURE_KEY,
            JpkiFile.SIGNATURE_PASSWORD,
            5,
            JpkiFile.SIGNATURE_CERTIFICATE,
            JpkiFile.SIGNATURE_CA_CERTIFICATE);

    final JpkiFile keyFile;
    final JpkiFile pinFile;
    final JpkiFile certificateFile;
    final JpkiFile caCertificateFile;
    private final int tryLimit;

    JpkiKey(
            JpkiFile key,
            JpkiFile pin,
            int tryLimit,
            JpkiFile certificate,
            JpkiFile caCertificate) {
        this.keyFile = key;
        this.pinFile = pin;
        this.tryLimit = tryLimit;
        this.certificateFile = certificate;
        this.caCertificateFile = caCertificate;
    }

    /** Tries that a fresh or unlocked PIN has. */
    public int tryLimit() {
        return tryLimit;
    }
}

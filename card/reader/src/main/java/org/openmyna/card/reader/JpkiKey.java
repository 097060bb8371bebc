package org.openmyna.card.reader;

import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.PinReference;

/** The two key pairs of the JPKI application, each with its PIN and its certificates. */
public enum JpkiKey {
    /** 利用者証明用: to log in; four digits, three tries. */
    USER_AUTHENTICATION(
            JpkiFile.USER_AUTHENTICATION_KEY,
            PinReference.USER_AUTHENTICATION,
            JpkiFile.USER_AUTHENTICATION_CERTIFICATE,
            JpkiFile.USER_AUTHENTICATION_CA_CERTIFICATE),
    /** 署名用: to sign; a password of 6 to 16 characters, five tries. */
    SIGNATURE(
            JpkiFile.SIGNATURE_KEY,
            PinReference.SIGNATURE,
            JpkiFile.SIGNATURE_CERTIFICATE,
            JpkiFile.SIGNATURE_CA_CERTIFICATE);

    final JpkiFile keyFile;
    final PinReference pin;
    final JpkiFile certificateFile;
    final JpkiFile caCertificateFile;

    JpkiKey(JpkiFile key, PinReference pin, JpkiFile certificate, JpkiFile caCertificate) {
        this.keyFile = key;
        this.pin = pin;
        this.certificateFile = certificate;
        this.caCertificateFile = caCertificate;
    }

    /** Tries that a fresh or unlocked PIN has. */
    public int tryLimit() {
        return pin.tryLimit();
    }
}

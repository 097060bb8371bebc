package org.openmyna.card.issuer.face;

import java.time.LocalDate;

/** The field 電子証明書の有効期限 on the front: printed, or left blank to be filled in by hand. */
public sealed interface CertificateExpiryField {
    /** The last day of the certificates. */
    record Printed(LocalDate lastDay) implements CertificateExpiryField {}

    /** Three gaps for year, month and day. */
    record Blank() implements CertificateExpiryField {}
}

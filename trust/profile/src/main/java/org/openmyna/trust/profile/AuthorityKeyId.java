package org.openmyna.trust.profile;

import java.util.Arrays;
import java.util.Optional;

/** authorityKeyIdentifier (RFC 5280 4.2.1.1); end-entity certificates of JPKI fill all of it. */
record AuthorityKeyId(byte[] keyId, Optional<byte[]> issuer, Optional<CertificateSerial> serial) {
    static AuthorityKeyId read(DerReader in) {
        String what = "authorityKeyIdentifier";
        DerReader aki = in.sequence(what);
        byte[] keyId = keyId(aki.octets(0x80, what), what);
        Optional<byte[]> issuer = Optional.empty();
        Optional<CertificateSerial> serial = Optional.empty();
        if (!aki.atEnd()) {
            DerReader names = aki.enter(0xA1, what);
            byte[] name = directoryName(names, what);
            names.mustEnd(what);
            Names.read(name, what);
            issuer = Optional.of(name);
            serial = Optional.of(serial(aki, what));
        }
        aki.mustEnd(what);
        return new AuthorityKeyId(keyId, issuer, serial);
    }

    static byte[] keyId(byte[] value, String what) {
        if (value.length == 0 || value.length > 64) {
            throw new DerFault(what + ": key identifier of " + value.length + " octets");
        }
        return value;
    }

    /** directoryName [4], and the DER of the Name in it. */
    static byte[] directoryName(DerReader in, String what) {
        DerReader directory = in.enter(0xA4, what);
        byte[] name = directory.element(what);
        directory.mustEnd(what);
        return name;
    }

    private static CertificateSerial serial(DerReader aki, String what) {
        try {
            return new CertificateSerial(aki.wholeNumber(0x82, what));
        } catch (SerialOutOfRange outOfRange) {
            throw new DerFault(what + ": serial out of range");
        }
    }

    boolean names(byte[] issuerName, CertificateSerial issuerSerial) {
        return issuer.map(name -> Arrays.equals(name, issuerName)).orElse(true)
                && serial.map(issuerSerial::equals).orElse(true);
    }
}

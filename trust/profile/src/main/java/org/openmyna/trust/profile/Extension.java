package org.openmyna.trust.profile;

import java.util.Arrays;

/** One extension of a certificate or a list: what stands in its extnValue is DER again. */
record Extension(String oid, boolean critical, byte[] value) {
    /** Extension of RFC 5280 4.1: critical is left out when FALSE, since DER writes no default. */
    static Extension read(DerReader in) {
        DerReader extension = in.sequence("extension");
        String oid = extension.oid("extnID");
        boolean critical = extension.peek() == DerReader.BOOLEAN;
        if (critical && !extension.bool("critical")) {
            throw new DerFault("critical: FALSE is not written in DER");
        }
        byte[] value = extension.octets(DerReader.OCTET_STRING, "extnValue");
        extension.mustEnd("extension");
        return new Extension(oid, critical, value);
    }

    boolean sameAs(Extension other) {
        return oid.equals(other.oid)
                && critical == other.critical
                && Arrays.equals(value, other.value);
    }
}

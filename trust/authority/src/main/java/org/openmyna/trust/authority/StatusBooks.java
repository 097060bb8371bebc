package org.openmyna.trust.authority;

import org.openmyna.trust.profile.CertificateSerial;

/** Log and index. */
final class StatusBooks {
    void wake() {}

    void catchUp() {}

    CertificateStatus statusOf(short generation, CertificateSerial serial) {
        throw new UnsupportedOperationException(generation + " " + serial);
    }
}

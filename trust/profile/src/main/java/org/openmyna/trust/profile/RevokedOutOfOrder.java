package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Entries for a list did not come in rising order of their serials (MYNA-PRF-051). */
public final class RevokedOutOfOrder extends MynaException {
    RevokedOutOfOrder(CertificateSerial before, CertificateSerial serial) {
        super(
                ProfileError.REVOKED_OUT_OF_ORDER,
                Map.of("before", before.toString(), "serial", serial.toString()));
    }
}

package org.openmyna.trust.authority.ocsp;

import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CertificateSerial;

/** Where serials of responder certificates come from: the counter of the CA, as all its serials. */
@FunctionalInterface
public interface SerialSource {
    /** A serial that nobody had before and nobody gets after, whatever comes of it. */
    CertificateSerial next(Generation generation);
}

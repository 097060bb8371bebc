package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A CA certificate that is none of the real JPKI ones, in production mode (MYNA-VRF-081). */
public final class AuthorityNotPinned extends MynaException {
    private static final long serialVersionUID = 1;

    AuthorityNotPinned(String fingerprint) {
        super(VerifierError.AUTHORITY_NOT_PINNED, Map.of("fingerprint", fingerprint));
    }
}

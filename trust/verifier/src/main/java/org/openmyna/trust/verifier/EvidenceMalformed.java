package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes that are no evidence bundle (MYNA-VRF-301). */
public final class EvidenceMalformed extends MynaException {
    private static final long serialVersionUID = 1;

    EvidenceMalformed(String what) {
        super(VerifierError.EVIDENCE_MALFORMED, Map.of("what", what));
    }
}

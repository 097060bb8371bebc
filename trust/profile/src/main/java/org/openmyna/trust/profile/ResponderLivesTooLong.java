package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody asks whether a responder is revoked, so it may not live long (MYNA-PRF-034). */
public final class ResponderLivesTooLong extends MynaException {
    ResponderLivesTooLong(Validity validity, long most) {
        super(
                ProfileError.RESPONDER_LIVES_TOO_LONG,
                Map.of(
                        "most", most,
                        "from", validity.notBefore(),
                        "to", validity.notAfter()));
    }
}

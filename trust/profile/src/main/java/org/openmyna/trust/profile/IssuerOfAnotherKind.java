package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A CA was asked to sign what only another CA may issue (MYNA-PRF-018). */
public final class IssuerOfAnotherKind extends MynaException {
    IssuerOfAnotherKind(String issuer) {
        super(ProfileError.ISSUER_OF_ANOTHER_KIND, Map.of("issuer", issuer));
    }
}

package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The holder of a private key did not sign, or signed with another key (MYNA-PRF-017). */
public final class ContentSignatureFailed extends MynaException {
    ContentSignatureFailed() {
        super(ProfileError.CONTENT_SIGNATURE_FAILED, Map.of());
    }

    ContentSignatureFailed(Exception cause) {
        super(ProfileError.CONTENT_SIGNATURE_FAILED, Map.of(), cause);
    }
}

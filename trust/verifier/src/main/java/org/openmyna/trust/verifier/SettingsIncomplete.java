package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The builder misses a setting, or was given one that cannot be (MYNA-VRF-084). */
public final class SettingsIncomplete extends MynaException {
    private static final long serialVersionUID = 1;

    SettingsIncomplete(String what) {
        super(VerifierError.SETTINGS_INCOMPLETE, Map.of("what", what));
    }
}

package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** An authority of one hierarchy was opened with settings of the other (MYNA-AUT-007). */
public final class SettingsDoNotFit extends MynaException {
    SettingsDoNotFit(String kind, String expected) {
        super(AuthorityError.SETTINGS_DO_NOT_FIT, Map.of("kind", kind, "expected", expected));
    }
}

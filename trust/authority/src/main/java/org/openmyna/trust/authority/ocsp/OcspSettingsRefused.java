package org.openmyna.trust.authority.ocsp;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A setting is out of its range (MYNA-OCS-001). */
public final class OcspSettingsRefused extends MynaException {
    OcspSettingsRefused(String setting) {
        super(OcspError.SETTINGS_REFUSED, Map.of("setting", setting));
    }
}

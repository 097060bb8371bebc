package org.openmyna.trust.authority.crl;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A setting is out of its range (MYNA-CRL-005). */
public final class ListSettingsRefused extends MynaException {
    ListSettingsRefused(String setting) {
        super(CrlError.LIST_SETTINGS_REFUSED, Map.of("setting", setting));
    }
}

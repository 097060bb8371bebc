package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A setting is outside its range (MYNA-SRV-001). */
public final class SettingRefused extends MynaException {
    public SettingRefused(String setting, Object value, String expected) {
        super(
                ServerError.SETTING_REFUSED,
                Map.of("setting", setting, "value", value, "expected", expected));
    }
}

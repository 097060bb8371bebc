package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Not a setting, or one that this room decides itself (MYNA-DBS-027). */
public final class SettingRefused extends MynaException {
    SettingRefused(String name) {
        super(DatabaseError.SETTING_REFUSED, Map.of("name", name));
    }
}

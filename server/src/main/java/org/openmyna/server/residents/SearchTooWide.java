package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nothing, or too much, was asked for (MYNA-RES-005). */
public final class SearchTooWide extends MynaException {
    SearchTooWide() {
        super(ResidentError.SEARCH_TOO_WIDE, Map.of());
    }
}

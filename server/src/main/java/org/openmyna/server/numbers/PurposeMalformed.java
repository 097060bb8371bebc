package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A part of the purpose is missing or malformed (MYNA-NUM-009). */
public final class PurposeMalformed extends MynaException {
    PurposeMalformed(String part) {
        super(NumberError.PURPOSE_MALFORMED, Map.of("part", part));
    }
}

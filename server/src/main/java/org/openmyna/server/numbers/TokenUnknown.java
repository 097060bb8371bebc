package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No person has the token at the caller (MYNA-NUM-001). */
public final class TokenUnknown extends MynaException {
    TokenUnknown() {
        super(NumberError.TOKEN_UNKNOWN, Map.of());
    }
}

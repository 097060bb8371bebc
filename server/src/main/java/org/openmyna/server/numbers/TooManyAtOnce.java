package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** More people than a call takes (MYNA-NUM-020). */
public final class TooManyAtOnce extends MynaException {
    TooManyAtOnce(int most) {
        super(NumberError.TOO_MANY_AT_ONCE, Map.of("most", most));
    }
}

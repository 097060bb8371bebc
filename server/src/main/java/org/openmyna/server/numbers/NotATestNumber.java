package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A sandbox takes test numbers alone (MYNA-NUM-005). */
public final class NotATestNumber extends MynaException {
    NotATestNumber() {
        super(NumberError.NOT_A_TEST_NUMBER, Map.of());
    }
}

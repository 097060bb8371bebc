package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody with this resident record code has a number, or not yet (MYNA-NUM-022). */
public final class CodeWithoutNumber extends MynaException {
    CodeWithoutNumber() {
        super(NumberError.CODE_WITHOUT_NUMBER, Map.of());
    }
}

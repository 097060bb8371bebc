package org.openmyna.kernel;

import java.util.Map;

/**
 * A number has the wrong length or holds something other than digits. The input itself is not kept.
 */
public final class NumberMalformed extends MynaException {
    private static final long serialVersionUID = 1L;

    NumberMalformed(KernelError error, String refused) {
        super(error, Map.of("length", refused.length()));
    }

    NumberMalformed(KernelError error, int year) {
        super(error, Map.of("year", year));
    }
}

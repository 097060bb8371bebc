package org.openmyna.kernel;

import java.util.Map;

/** A number has the right shape, but its check digit does not fit. The input itself is not kept. */
public final class CheckDigitWrong extends MynaException {
    private static final long serialVersionUID = 1L;

    CheckDigitWrong(KernelError error) {
        super(error, Map.of());
    }
}

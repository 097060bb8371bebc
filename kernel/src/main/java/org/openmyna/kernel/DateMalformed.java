package org.openmyna.kernel;

import java.util.Map;

/** A text is no date, or a day that no calendar has. Most dates are birthdays: none is repeated. */
public final class DateMalformed extends MynaException {
    private static final long serialVersionUID = 1L;

    DateMalformed(KernelError error) {
        super(error, Map.of());
    }
}

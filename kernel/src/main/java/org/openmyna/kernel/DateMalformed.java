package org.openmyna.kernel;

import java.util.Map;

/** A text is no date, or a day that no calendar has. */
public final class DateMalformed extends MynaException {
    private static final long serialVersionUID = 1L;

    DateMalformed(KernelError error, String typed) {
        super(error, Map.of("typed", typed));
    }
}

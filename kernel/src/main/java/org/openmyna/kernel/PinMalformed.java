package org.openmyna.kernel;

import java.util.Map;

/** What was typed cannot be a PIN of the kind asked for; nothing of it is kept. */
public final class PinMalformed extends MynaException {
    private static final long serialVersionUID = 1L;

    PinMalformed(KernelError error) {
        super(error, Map.of());
    }
}

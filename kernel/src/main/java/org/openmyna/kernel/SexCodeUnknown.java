package org.openmyna.kernel;

import java.util.Map;

/** A code of sex other than 1, 2 and 3. */
public final class SexCodeUnknown extends MynaException {
    private static final long serialVersionUID = 1L;

    SexCodeUnknown(String code) {
        super(KernelError.SEX_CODE_UNKNOWN, Map.of("code", code));
    }
}

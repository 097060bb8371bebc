package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A holder id is not 1 to 64 letters, digits, hyphens, underscores (MYNA-AUT-025). */
public final class HolderIdMalformed extends MynaException {
    HolderIdMalformed(int length) {
        super(AuthorityError.HOLDER_ID_MALFORMED, Map.of("length", length));
    }
}

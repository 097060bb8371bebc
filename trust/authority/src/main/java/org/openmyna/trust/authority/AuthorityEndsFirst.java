package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A certificate would outlive the key that signs it (MYNA-AUT-023). */
public final class AuthorityEndsFirst extends MynaException {
    AuthorityEndsFirst(String end, String authorityEnd) {
        super(
                AuthorityError.AUTHORITY_ENDS_FIRST,
                Map.of("end", end, "authorityEnd", authorityEnd));
    }
}

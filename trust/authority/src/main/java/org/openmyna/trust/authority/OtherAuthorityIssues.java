package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** An application or a list belongs to the other CA (MYNA-AUT-024). */
public final class OtherAuthorityIssues extends MynaException {
    OtherAuthorityIssues(String kind) {
        super(AuthorityError.OTHER_AUTHORITY_ISSUES, Map.of("kind", kind));
    }
}

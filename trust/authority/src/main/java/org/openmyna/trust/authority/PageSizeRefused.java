package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A page of a search has 1 to 1,000 answers (MYNA-AUT-039). */
public final class PageSizeRefused extends MynaException {
    PageSizeRefused(int most) {
        super(AuthorityError.PAGE_SIZE_REFUSED, Map.of("most", most));
    }
}

package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The four items do not fit the certificate's fields (MYNA-PRF-014). */
public final class FourItemsNotCertifiable extends MynaException {
    FourItemsNotCertifiable(String item) {
        super(ProfileError.FOUR_ITEMS_NOT_CERTIFIABLE, Map.of("item", item));
    }
}

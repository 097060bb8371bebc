package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.card.protocol.KeyId;
import org.openmyna.kernel.MynaException;

/** Production mode was given a key that is none of the published ones (MYNA-CRD-051). */
public final class TestAuthorityInProduction extends MynaException {
    TestAuthorityInProduction(KeyId keyId) {
        super(ReaderError.TEST_AUTHORITY_IN_PRODUCTION, Map.of("keyId", keyId));
    }
}

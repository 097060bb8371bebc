package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.card.protocol.KeyId;
import org.openmyna.kernel.MynaException;

/** Test mode was given a key whose id is not a test id (MYNA-CRD-052). */
public final class RealAuthorityInTest extends MynaException {
    RealAuthorityInTest(KeyId keyId) {
        super(ReaderError.REAL_AUTHORITY_IN_TEST, Map.of("keyId", keyId));
    }
}

package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** PC/SC offers no reader (MYNA-CRD-024). */
public final class NoReader extends MynaException {
    NoReader(String why) {
        super(ReaderError.NO_READER, Map.of("why", why));
    }
}

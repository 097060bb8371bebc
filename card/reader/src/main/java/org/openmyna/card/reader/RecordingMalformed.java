package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A recorded session that cannot be read (MYNA-CRD-065). */
public final class RecordingMalformed extends MynaException {
    RecordingMalformed(int line, String why) {
        super(ReaderError.RECORDING_MALFORMED, Map.of("line", line, "why", why));
    }
}

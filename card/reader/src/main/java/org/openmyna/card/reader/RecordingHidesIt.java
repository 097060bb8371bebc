package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The answer is personal and was not recorded (MYNA-CRD-067). */
public final class RecordingHidesIt extends MynaException {
    RecordingHidesIt(String command) {
        super(ReaderError.RECORDING_HIDES_IT, Map.of("command", command));
    }
}
